# Private messages.

conversation-inbox-title = Messages
conversation-mine = My conversations
conversation-title = Messages with { $name }
conversation-empty-title = No message yet
conversation-empty-text = Answer a listing that speaks to you: that is how everything begins.
conversation-empty-act = See the listings
conversation-you = You
conversation-you-said = You: { $words }
conversation-see-member = See how you are linked
conversation-messages = Messages
conversation-today = Today
conversation-earlier = Earlier messages
conversation-latest = Back to the latest messages
conversation-your-answer = Your answer
conversation-private = Only the two of you read this conversation.
conversation-sent = Your message is on its way.
conversation-listing-over = Listing ended
conversation-away-title = Nobody can answer here any more
conversation-away-text = { $name } is not in the community any more. Your messages stay readable.
conversation-sample-1 = Hello Bruno, would the drill be free next Saturday? I have two shelves to put up, and the wall is concrete.
conversation-sample-2 = Hello Odile! Yes, it is free. For concrete I will add the 8 mm bit and a small vacuum cleaner.
conversation-sample-3 = I have never drilled concrete. If you had five minutes to show me, I would not say no.
conversation-sample-4 = Perfect, Saturday it is. Come at ten, I will make coffee.
