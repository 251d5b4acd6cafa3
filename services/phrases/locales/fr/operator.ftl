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
