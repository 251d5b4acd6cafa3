# Requests that are urgent.

urgent-title = Is it urgent?
urgent-ask = By when do you need it?
urgent-hint = If it is urgent, people near you who offer what you need get a letter at once. Two requests within seven days may be urgent.
urgent-no = It can wait
urgent-today = Today
urgent-tomorrow = By tomorrow evening
urgent-three-days = Within three days

urgent-tag-today = Urgent: today
urgent-tag-tomorrow = Urgent: by tomorrow
urgent-tag-day = Urgent: by { $day }

urgent-mine = People near you who offer this are asked by letter. Afterwards your request goes on as usual.
urgent-mark = Mark as urgent
urgent-choose = Choose by when you need it.
urgent-marked = Your request is marked as urgent.
urgent-end = It can wait after all
urgent-ended = Your request is not urgent any more.

# The team takes the mark off.
urgent-office = Take the mark “urgent” off
urgent-office-reason = Why
urgent-office-hint = Whoever published the request will read your words. It goes on like any other request.
urgent-office-end = It is not urgent
urgent-taken-off = The request is not marked as urgent any more. Its author reads why.
urgent-taken-title = The team took the mark “urgent” off
urgent-taken-text = Your request goes on like any other. The team says why:
urgent-sample-reason = This can wait until next week: let us keep the word for what cannot.
urgent-taken-why = The team took the mark “urgent” off: { $reason }
