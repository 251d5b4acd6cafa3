# The trial inbox: nothing leaves it, it shows what Maillon would have sent.

inbox-title = Trial letters
inbox-heading = The letters that arrived here
inbox-about = This box takes every letter of this machine and passes none on.
inbox-search-label = Recipient or subject
inbox-empty = No letter yet. Ask for a sign-in link: it will arrive here.
inbox-none-found = No letter fits.
inbox-from = From { $name }
inbox-to = To { $address }
inbox-older = Older letters
inbox-newest = Back to the newest
inbox-refresh = Look again
inbox-back = All letters
inbox-source = Source ({ $bytes } bytes)
inbox-text-part = Text version
inbox-html-part = Laid-out version
inbox-html-alone = Open it alone
