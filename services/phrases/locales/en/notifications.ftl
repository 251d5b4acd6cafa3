# The page of notifications.

notifications-title = Notifications
notifications-new = New
notifications-read-all = Mark all as read
notifications-read-done = Noted: everything is read.
notifications-empty-title = Nothing new
notifications-empty-text = You will hear of it here when somebody writes to you, asks you to vouch for them or thanks you.
notifications-letters = The most important ones also reach you by e-mail.
notifications-letters-link = Choose my e-mails
