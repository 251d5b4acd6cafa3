# Le bureau de l’exploitation.

operator-title = Exploitation
operator-calm = Tout suit son cours.
operator-work = Quelque chose demande votre attention.
operator-queue = La file
operator-lane-security = Connexions
operator-lane-prompt = Courrier rapide
operator-lane-bulk = Courrier groupé
operator-queued = En attente
operator-oldest = la plus ancienne { $ago }
operator-leased = En cours
operator-buried = Abandonnées
operator-jobs = Tâches abandonnées
operator-jobs-none = Aucune. Une tâche n’arrive ici qu’après plusieurs essais.
operator-attempts = { $n ->
    [one] { $n } essai
   *[other] { $n } essais
}
operator-retry = Réessayer
operator-done-retry = La tâche est repartie dans la file.
operator-communities = Communautés
operator-communities-none = Aucune communauté pour le moment
operator-communities-none-text = La première se lance en cinq minutes.
operator-members = { $n ->
    [0] pas encore de membre
    [one] { $n } membre
   *[other] { $n } membres
}
operator-since = depuis le { $date }
operator-letters = Dernières lettres
operator-letters-none = Aucune lettre n’est encore partie.
operator-letter-when = Quand
operator-letter-kind = Lettre
operator-letter-to = À
operator-letter-community = Communauté
operator-letter-outcome = Issue
operator-letter-answer = Réponse du relais
operator-letter-sent = Partie
operator-letter-refused = Refusée
operator-letter-suppressed = Retenue
operator-hosts = Noms de domaine en attente
operator-hosts-none = Aucun. Le nom de domaine d’une communauté n’y mène qu’après votre regard.
operator-hosts-text = Assurez-vous que le nom appartient à l’organisation : appelez-la, ou regardez qui l’a déposé.
operator-host-activate = Activer
operator-host-turn-down = Écarter
operator-done-activated = Le nom de domaine mène maintenant à sa communauté.
operator-done-turned-down = Le nom de domaine n’est plus en attente.
operator-lift = Quelqu’un ne reçoit rien ?
operator-lift-text = On n’écrit plus à une adresse que son serveur refuse, ou dont la personne s’est plainte. Une fois la chose éclaircie, les lettres peuvent y repartir.
operator-lift-email = Son adresse
operator-lift-button = Y écrire de nouveau
operator-lift-none = Rien ne retient les lettres pour cette adresse. Regardez plus bas, parmi les dernières lettres.
operator-done-lifted = Les lettres repartent vers cette adresse.
operator-reset = Quelqu’un a perdu sa deuxième clé ?
operator-reset-text = Téléphone, clés d’accès et codes de secours : tout est perdu. Assurez-vous par un autre chemin de qui le demande. Son adresse est prévenue et peut l’arrêter pendant trois jours ; ensuite, toutes les deuxièmes clés du compte disparaissent.
operator-reset-account = L’adresse de son compte
operator-reset-reason = Comment vous vous en êtes assuré
operator-reset-reason-hint = Reste dans le journal de la plateforme.
operator-reset-button = Retirer ses deuxièmes clés dans trois jours
operator-reset-none = Aucun compte avec une deuxième clé n’a cette adresse.
operator-done-reset = C’est noté, et son adresse est prévenue.
operator-removal = Supprimer…
operator-watch = Lettres signalées comme indésirables
operator-watch-none = Aucune communauté n’en a trop.
operator-watch-figures = { $complaints } plaintes pour { $letters } lettres en trente jours
operator-watch-warned = Prévenue le { $date }
operator-watch-held = En attente depuis le { $date }
operator-watch-see = Voir…
operator-held-title = Les lettres de { $community }
operator-held-none = Rien ne retient ses lettres.
operator-held-since = Ses lettres attendent depuis le { $date }
operator-held-text = Celles qui servent à se connecter partent toujours. Parlez avec les responsables de la communauté avant de laisser repartir les autres : un serveur de courrier qui reçoit trop de plaintes finit par refuser toutes les lettres de la plateforme.
operator-warned-text = Ses lettres partent encore. À trois plaintes pour mille lettres, elles attendront.
operator-held-reason = Pourquoi elles peuvent repartir
operator-held-reason-hint = L’équipe et les responsables de la communauté le lisent. Ne nommez personne.
operator-held-go = Laisser repartir ses lettres
operator-done-held = Ses lettres repartent, et ses responsables sont prévenus.
