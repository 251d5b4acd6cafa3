# La page des notifications.

notifications-title = Notifications
notifications-new = Nouveau
notifications-read-all = Tout marquer comme lu
notifications-read-done = C’est noté, tout est lu.
notifications-empty-title = Rien de nouveau
notifications-empty-text = On vous le dira ici quand quelqu’un vous écrira, vous demandera un parrainage ou vous remerciera.
notifications-letters = Vous recevez aussi les plus importantes par e-mail.
notifications-letters-link = Choisir mes e-mails
