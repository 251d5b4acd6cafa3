# What is promised to somebody: an offer is reserved, for a request help is promised.

reserved-tag-offer = Reserved
reserved-tag-request = Help promised
reserved-act-offer = Mark as reserved
reserved-act-request = Somebody promised to help me
reserved-release-offer = Available again
reserved-release-request = I still need help
reserved-done-offer = Noted: your listing is marked as reserved. If it falls through, choose “Available again”.
reserved-done-request = Noted: your listing says “Help promised”. If it falls through, choose “I still need help”.
reserved-released-offer = Noted: your listing is suggested to others again.
reserved-released-request = Noted: your request is suggested to others again.

reserved-hint = Promised, but not done yet? Say so: the listing stays visible, and we stop suggesting it.
reserved-mine-offer = You promised it to somebody. The listing stays visible, but we no longer suggest it. Once handed over, choose “It is done”; if it falls through, “Available again”.
reserved-mine-request = Somebody promised to help you. The listing stays visible, but we no longer suggest it. Once helped, choose “It is done”; if not, “I still need help”.
reserved-others-offer = This is promised to somebody already. You may write all the same: it may become available again.
reserved-others-request = Somebody has promised to help already. You may write all the same: things may change.
