# Ready requests, by the preset of a community: one click fills the form, and people change it.

example-open = Begin with an example
example-aside = Good to know
example-lead = Choose an example: it fills the form, and you change what you need.
example-usual-hours = { $hours ->
    [one] Here, every second request has its first answer within an hour.
   *[other] Here, every second request has its first answer within { $hours } hours.
}
example-usual-days = Here, every second request has its first answer within { $days } days.

example-noisettes-1 = A bicycle for ten days
example-noisettes-1-text = My niece is coming in August and is five foot three. I give it back oiled, and pay in Noisettes.
example-noisettes-2 = Read my CV with me
example-noisettes-2-text = I am looking for a job at a reception desk. An hour is enough, at your place, at mine or by telephone.
example-noisettes-3 = Do my shopping this week
example-noisettes-3-text = I have sprained my ankle. The list is short and the shop is next door.
example-noisettes-4 = Help my son with maths
example-noisettes-4-text = He is thirteen and stuck on fractions. Wednesday afternoon would suit him.
example-noisettes-5 = Books for a girl of six
example-noisettes-5-text = She has just learnt to read and devours everything. For Noisettes, or other books.

example-departement-1 = A lift to the market on Thursday
example-departement-1-text = I do not drive any more. I can wait by the road from half past eight, and we come back when you like.
example-departement-2 = Somebody to trim my hedge
example-departement-2-text = It is twenty metres long and hangs over the lane. I have the ladder and the trimmer.
example-departement-3 = Fill in a form on the internet
example-departement-3-text = It is about the papers of my car, and I get lost. An hour with somebody patient would do.
example-departement-4 = A visit now and then
example-departement-4-text = My children live far away. A coffee, a game of cards: Thursdays are always free.
example-departement-5 = A trailer for Saturday
example-departement-5-text = I have branches to take to the tip. Two hours are enough, and I give it back clean.

example-bourse-1 = Somebody to walk with on Sundays
example-bourse-1-text = Six easy miles, near town or further out. I bring the tea.
example-bourse-2 = Learn to sew a hem
example-bourse-2-text = I have my aunt’s machine and no idea of the bobbin. Near home or near where I work.
example-bourse-3 = A tent for four
example-bourse-3-text = From the 10th to the 17th of July. We air and dry it before we give it back.
example-bourse-4 = Speak Spanish for an hour a week
example-bourse-4-text = I can order a coffee and no more. The lunch break would be perfect.
example-bourse-5 = Look after my cat for five days
example-bourse-5-text = He is calm and hardly goes out. Once a day is enough.

example-reseau-1 = Who found a bunch of keys?
example-reseau-1-text = Lost yesterday between the station and the post office, with a small cork on it. Please pass it on.
example-reseau-2 = A projector for Friday evening
example-reseau-2-text = It is for the school fair. Back on Saturday before noon.
example-reseau-3 = A good plumber who comes soon
example-reseau-3-text = Our water heater leaks. Who knows one, or knows somebody who does?
example-reseau-4 = A week of work experience in December
example-reseau-4-text = My daughter is fourteen and likes animals and wood. A workshop or a vet’s would be lovely.
example-reseau-5 = Two arms for a sofa
example-reseau-5-text = Third floor, no lift, Saturday at ten. Breakfast is on us.

example-confiance-1 = Somebody to mind our children on Thursday
example-confiance-1-text = They are four and seven and go to bed at eight. From seven to eleven in the evening, at our place.
example-confiance-2 = A room for a student
example-confiance-2-text = My niece begins at university in September. She is calm and cooks well.
example-confiance-3 = A drill for a weekend
example-confiance-3-text = I have three shelves to put up. I give it back on Monday, with a pie.
example-confiance-4 = An hour to help me sort papers
example-confiance-4-text = I no longer know what to keep. The two of us would soon be done.
example-confiance-5 = Water my tomatoes in August
example-confiance-5-text = Two weeks, every other evening. The ripe tomatoes are yours.

example-expatries-1 = Which school for a child of five?
example-expatries-1-text = We arrive in January and he speaks French only. Your advice would help us.
example-expatries-2 = Have a diploma recognised
example-expatries-2-text = I am a nurse. Who has done it in this country, and where does one begin?
example-expatries-3 = A roof for the first two weeks
example-expatries-3-text = There are three of us, and we look for a flat once we are there. We share the costs.
example-expatries-4 = Bring a medicine from France
example-expatries-4-text = It is not sold here and fits into a pocket. I have the prescription.
example-expatries-5 = A coffee with people who have been here for long
example-expatries-5-text = I have just arrived and know nobody. Saturday morning, wherever you like.
