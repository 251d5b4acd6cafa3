# The platform's first page.

landing-title = Launch your mutual-aid community, in your colours.
landing-lead = People come in vouched for by somebody who knows them. They ask, they offer, they write to each other. Associations, town halls, counties, networks: each its own, ready in five minutes.
landing-launch = Launch my community
landing-see-models = See the models
landing-note = Free software, no advertising, no commitment.
landing-how = How it goes
landing-how-lead = Five short steps. Everything can be changed later.
landing-how-1 = You describe
landing-how-1-text = Your organisation, a name, two colours. We compute text that everybody can read.
landing-how-2 = You choose who comes in
landing-how-2-text = Vouched for by members, or welcomed by your team. The rule is written down, every decision quotes it.
landing-how-3 = You invite the first
landing-how-3-text = Your founders receive their letter at once, and the chain begins.
landing-models = Two models to start with
landing-choose = Start with this model
landing-why = Why Maillon
landing-why-lead = Trust grows from one person to the next, and it can be explained.
landing-why-charter = Our promises
landing-why-1 = You know through whom you are linked to everybody.
landing-why-2 = Fake accounts vouching for each other do not open the door.
landing-why-3 = A waiting room that empties, with reminders and time limits.
landing-why-4 = Useful letters, in your name, stopped by one click.
landing-why-5 = Usable by all: by keyboard, on an old phone, without JavaScript.
landing-mine = My communities
