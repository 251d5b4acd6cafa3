# The waiting room: where I stand, who could vouch for me.

waiting-title = My waiting room
waiting-headline = { $n ->
    [one] Welcome { $name }. One more member to vouch for you, and you are in.
    [2] Welcome { $name }. Two more members to vouch for you, and you are in.
    [3] Welcome { $name }. Three members to vouch for you, and you are in.
   *[other] Welcome { $name }. { $n } more members to vouch for you, and you are in.
}
waiting-headline-soon = Welcome { $name }. That is enough, the door opens soon.
waiting-headline-team = Welcome { $name }. The team is reading your request.
waiting-lead = { $n ->
    [0] Ask people here who know you. Most say yes.
    [one] One person vouches for you already. There is no hurry, and you have nothing to prove.
    [2] Two people vouch for you already. There is no hurry, and you have nothing to prove.
   *[other] { $n } people vouch for you already. There is no hurry, and you have nothing to prove.
}
waiting-lead-team = There is nothing else to do. We write to you as soon as it is decided.
waiting-where = Where I stand
waiting-count = Given: { $given } of { $needed }
waiting-team-1 = Your request has arrived
waiting-team-1-text = Your few lines are with the team.
waiting-team-2 = Somebody reads it
waiting-team-2-text = Allow a few days. They may write to know you better.
waiting-team-3 = You receive a letter
waiting-team-3-text = It says yes, or it says why not.
waiting-asked-given = “{ $sentence }” Asked on { $day }.
waiting-asked-open = Asked on { $day }. They can answer until { $until }.
waiting-asked-not = Asked on { $day }. Nothing came of it, and that says nothing about you.
waiting-not-this-time = Not this time
waiting-cancel = Take back
waiting-cancel-whom = my request to { $who }
waiting-rule-sponsors = { $n ->
    [one] The rule applied: one member to vouch is enough to come in.
    [2] The rule applied: two members to vouch to come in.
    [3] The rule applied: three members to vouch to come in.
   *[other] The rule applied: { $n } members to vouch to come in.
}
waiting-rule-paths = The rule applied: those who vouch must know you in different ways. Ask somebody from another circle, too.
waiting-rule-distance = The rule applied: at least one of them must be close to the founders. Ask somebody who has been here longer.
waiting-rule-tokens = The rule applied: one of them has already vouched for many. One more, from somebody else, will do.
waiting-rule-pace = The rule applied: we open the door to a few people a day. Your turn comes by itself.
waiting-rule-cooling = The rule applied: a short time between the first word given and coming in. There is nothing to do.
waiting-rule-reservation = The rule applied: the team is still looking at a question with you.
waiting-again = We look again on { $when }.
waiting-ask = Who could vouch for you?
waiting-ask-text = Choose only people who really know you. They will say how, and stay close while you start.
waiting-ask-team = Does somebody here know you?
waiting-ask-team-text = It is not needed, but a member’s word helps the team decide.
waiting-email = Their e-mail address
waiting-email-hint = If this person is a member, they receive your request. If not, it waits until they are. We tell nobody which.
waiting-note = A word for them
waiting-note-hint = For example: “It is Thomas, we run the drinks stand together.”
waiting-send = Send the request
waiting-enough = There is nobody left to ask.
waiting-full = Many of your requests wait for an answer. Take one back to ask somebody else.
waiting-nobody = You know nobody here?
waiting-nobody-text = That happens often, above all when one has just moved. Members have agreed to meet newcomers; the team can be written to as well.
waiting-nobody-host = Ask to meet somebody
waiting-may = What I can do already
waiting-may-charter = Read the charter
waiting-may-bulletins = Read the official information
waiting-may-me = Complete my few lines
waiting-may-link = Open a member’s personal link, if they give you one
waiting-done-asked = Your request is on its way.
waiting-done-cancelled = Your request is taken back. They will not be told.
waiting-sample-sentence-1 = Neighbours on one landing for six years; he looks after my cat.
waiting-sample-sentence-2 = We repaired the bread oven together.
waiting-sample-note = It is Thomas, from the market.
waiting-end = My application stays open until { $day }
waiting-end-text = Before that we write to you, and you can give it more time.
waiting-end-renew-text = It ends soon. One click gives it as much time again; after that, you can always begin anew.
waiting-end-renew = Go on waiting
waiting-done-renewed = Your application goes on.
waiting-asked-late = No answer so far. It says nothing about you.
waiting-asked-late-link = Ask somebody else
waiting-household = Two of your sponsors live together; their words count as one.
