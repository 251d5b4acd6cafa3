# What is promised to somebody.

reserved-tag = Reserved
reserved-act = Mark as reserved
reserved-free = It is free again
reserved-done = Your listing is marked as reserved.
reserved-freed = Your listing is free again.

reserved-mine-offer = You promised it to somebody. The listing stays where everybody sees it, marked as reserved; meanwhile we suggest it to nobody.
reserved-mine-request = Somebody promised to help you. The listing stays where everybody sees it, marked as reserved; meanwhile we suggest it to nobody.
reserved-others-offer = This is promised to somebody already. You may write all the same: it may become free again.
reserved-others-request = Somebody has promised to help already. You may write all the same: things may change.
