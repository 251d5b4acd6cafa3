# Stopping one kind of letter.

stop-title = Less mail?
stop-title-done = Done
stop-digest = The letter that sums up new listings.
stop-messages = Letters that tell of a private message.
stop-sponsorship = Letters about vouching.
stop-listings = Letters about your own listings, also those in which the team asks whether you could help.
stop-searches = Letters that tell what your searches have found.
stop-urgent = Letters that ask for your help because somebody needs urgently what you offer.
stop-text = One click, and we send you no more of these. The others go on, and you stay a member.
stop-go = Stop these letters
stop-done = These letters stop
stop-done-text = Nothing else changes. You may have them again whenever you like.
stop-settings = Set all my letters
