# Les recherches qu’un membre garde, et ce qu’elles trouvent.

searches-title = Mes recherches
searches-lead = Dès que quelqu’un publie ce que vous cherchez, nous vous le disons.
searches-none-title = Aucune recherche gardée
searches-none-text = Cherchez dans les annonces, puis choisissez « Garder cette recherche ».
searches-none-act = Voir les annonces
searches-kept = Vos recherches gardées
searches-keep = Garder cette recherche
searches-keep-lead = Nous la comparons à chaque nouvelle annonce. Vous pouvez l’arrêter ou la supprimer quand vous voulez.
searches-keep-what = Ce que vous cherchez
searches-keep-yes = Garder
searches-name = Son nom, pour vous seul
searches-news = Où vous prévenir
searches-news-app = Ici seulement, dans mes notifications
searches-news-daily = Ici, et par une lettre par jour quand il y a du nouveau
searches-news-weekly = Ici, et par une lettre par semaine quand il y a du nouveau
searches-news-hour = Les lettres partent à l’heure choisie dans vos réglages.
searches-news-stopped = Vous avez arrêté ces lettres : pour les recevoir à nouveau, cochez-les dans vos réglages.
searches-everything = Toutes les annonces
searches-quoted = « { $words } »
searches-fresh = { $n ->
    [0] Rien de nouveau depuis sept jours
    [one] Une annonce trouvée depuis sept jours
   *[other] { $n } annonces trouvées depuis sept jours
}
searches-paused = En pause
searches-open = Voir la liste
searches-found = Ce qu’elle a trouvé
searches-found-none = Rien encore. Nous comparons chaque nouvelle annonce.
searches-settings = La régler
searches-pause = La mettre en pause
searches-delete = Supprimer
searches-delete-what = Supprimer « { $name } »
searches-delete-sure = Oui, supprimer
searches-delete-text = Elle ne trouvera plus rien, et ce qu’elle a trouvé n’est plus gardé.
searches-saved = C’est gardé. Nous vous dirons ce qu’elle trouve.
searches-changed = C’est enregistré.
searches-deleted = Cette recherche est supprimée.
searches-all = Toutes mes recherches
searches-sample-bike = Vélos près de chez moi
searches-sample-words = vélo
searches-sample-garden = Jardin
searches-almost = Aucune annonce ne contient « { $typed } ». Voici « { $meant } ».
