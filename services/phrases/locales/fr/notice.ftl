# Une phrase par événement annoncé à un membre : notice-<genre>. $actor : un nom ; $subject : le titre d’une annonce.

notice-sponsorship-asked = { $actor } vous demande de vous porter garant.
notice-sponsorship-given = { $actor } se porte garant de vous.
notice-sponsorship-declined = Une de vos demandes n’aboutit pas cette fois-ci. Vous pouvez demander à quelqu’un d’autre.
notice-sponsorship-withdrawn = Une personne qui se portait garante de vous a repris sa parole. Vous pouvez demander à quelqu’un d’autre.
notice-invitation-accepted = { $actor } a répondu à votre invitation.
notice-admitted = Bienvenue ! Vous êtes membre.
notice-refused = Votre demande d’entrée n’a pas été acceptée.
notice-newcomer-admitted = { $actor }, dont vous êtes garant, est maintenant membre.
notice-applicant-arrived = { $actor } demande à entrer.
notice-applicant-undetermined = { $actor } attend votre décision : le calcul n’a pas pu conclure.
notice-message-received = { $actor } vous a écrit à propos de « { $subject } ».
notice-listing-expiring = Votre annonce « { $subject } » arrive bientôt à son terme.
notice-listing-expired = Votre annonce « { $subject } » est arrivée à son terme.
notice-listing-closed-by-office = Votre annonce « { $subject } » a été fermée par l’équipe.
notice-thanked = { $actor } vous remercie pour votre aide : « { $subject } ».
notice-standing-changed = Votre situation dans la communauté a changé.
notice-role-given = Votre rôle dans la communauté a changé.
notice-endorsed = { $actor } se porte garant de vous.
notice-under-review = Votre place est examinée. Voyez pourquoi, et ce que vous pouvez faire.
notice-review-ended = L’examen de votre place a pris fin : vous êtes membre comme avant.
notice-second-needed = Une décision sur { $actor } attend une deuxième voix.
notice-review-due = Il est temps de décider si { $actor } reste.
notice-appeal-made = { $actor } fait un recours.
notice-appeal-answered = Votre recours a reçu une réponse.
