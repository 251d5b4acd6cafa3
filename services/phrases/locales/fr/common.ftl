# Ce que toutes les pages partagent.

common-skip = Aller au contenu
common-menu-main = Menu principal
common-menu-foot = Pied de page
common-menu-language = Langue
common-nav-home = Accueil
common-nav-listings = Annonces
common-nav-messages = Messages
common-nav-members = Membres
common-nav-newcomers = Nouveaux
common-nav-desk = Équipe
common-nav-waiting = Où j’en suis
common-nav-operator = Exploitation
common-nav-launch = Lancer
common-nav-new = { $n ->
    [one] nouveau
   *[other] nouveaux
}
common-notifications = Notifications
common-notifications-new = { $n ->
    [one] Notifications, une nouvelle
   *[other] Notifications, { $n } nouvelles
}
common-my-space = Mon espace
common-sign-in = Se connecter
common-sign-out = Se déconnecter
common-foot-about = { $community } est animée par { $organisation }.
common-foot-platform = Maillon est un logiciel libre, publié sous licence AGPL 3. Vous pouvez l’installer chez vous.
common-foot-help = Aide et plan du site
common-foot-charter = Charte
common-foot-accessibility-none = Accessibilité : non conforme
common-foot-accessibility-part = Accessibilité : partiellement conforme
common-foot-accessibility-full = Accessibilité : totalement conforme
common-foot-privacy = Données personnelles
common-foot-legal = Mentions légales
common-foot-contact = Nous joindre

common-back = Retour
common-next = Suivant
common-previous = Précédent
common-page-next = Suite
common-page-first = Revenir au début
common-continue = Continuer
common-save = Enregistrer
common-saved = C’est enregistré.
common-cancel = Annuler
common-send = Envoyer
common-search = Chercher
common-apply = Appliquer
common-more = Plus de détails
common-optional = facultatif
common-all-needed = Tout est à remplir.
common-all-needed-but-box = Tout est à remplir, sauf la case à cocher.
common-see-all = Tout voir
common-yes = Oui
common-no = Non
common-remove-filter = retirer ce filtre
common-somebody = Quelqu’un
common-step-of = Étape { $step } sur { $of }
common-step-done = { $step }, fait
common-step-now = { $step }, en cours
common-same-as-table = Les mêmes chiffres en tableau

common-form-errors = { $n ->
    [one] Il reste une chose à corriger
   *[other] Il reste { $n } choses à corriger
}
common-form-error-prefix = Erreur :
common-field-missing = Écrivez quelque chose ici.
common-field-too-long = C’est un peu long : { $max } caractères au plus.
common-field-too-short = C’est un peu court : { $min } caractères au moins.
common-field-email = Une adresse ressemble à prenom@exemple.fr. Vérifiez ce qui entoure l’arobase.
common-field-choose = Choisissez une réponse dans la liste.
common-field-tick = Cochez la case pour continuer.
common-field-code = Le code compte six chiffres. Recopiez-le depuis la lettre.
common-field-colour = Une couleur s’écrit # suivi de six chiffres ou lettres, par exemple #1f5c47.
common-field-number = Écrivez un nombre, sans lettres.
common-field-stale = Cette page est restée ouverte trop longtemps. Vos réponses sont gardées, envoyez-les à nouveau.

common-list-and = { $first } et { $last }

common-date-day = { $weekday } { $day } { $month }
common-date-full = { $day } { $month } { $year }
common-date-month-year = { $month } { $year }
common-date-day-time = { $day } à { $time }
common-ago-now = à l’instant
common-ago-minutes = il y a { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
common-ago-hours = il y a { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}
common-ago-yesterday = hier
common-ago-days = il y a { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
common-ago-weeks = il y a { $n ->
    [one] { $n } semaine
   *[other] { $n } semaines
}
common-ago-months = il y a { $n } mois
common-ago-years = il y a { $n ->
    [one] { $n } an
   *[other] { $n } ans
}
common-until-soon = dans quelques minutes
common-until-hours = dans { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}
common-until-tomorrow = demain
common-until-days = dans { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
common-until-weeks = dans { $n ->
    [one] { $n } semaine
   *[other] { $n } semaines
}
common-until-months = dans { $n } mois
common-weekday-1 = lundi
common-weekday-2 = mardi
common-weekday-3 = mercredi
common-weekday-4 = jeudi
common-weekday-5 = vendredi
common-weekday-6 = samedi
common-weekday-7 = dimanche
common-month-1 = janvier
common-month-2 = février
common-month-3 = mars
common-month-4 = avril
common-month-5 = mai
common-month-6 = juin
common-month-7 = juillet
common-month-8 = août
common-month-9 = septembre
common-month-10 = octobre
common-month-11 = novembre
common-month-12 = décembre

# Le chemin des parrainages, dessiné en maillons
common-path-title = { $given ->
    [0] Votre chemin : { $needed } parrainages à réunir
    [one] Votre chemin : un parrainage accordé sur { $needed }
   *[other] Votre chemin : { $given } parrainages accordés sur { $needed }
}
common-path-given = accordé
common-path-asked = demandé
common-path-open = à venir
common-path-door = Entrée
common-path-door-open = ouverte
common-path-door-soon = bientôt
common-path-described = { $links }. Ensuite, une porte : vous serez membre.
common-path-described-in = { $links }. La porte est ouverte : vous êtes membre.

# Les pages qui disent non
common-error-not-found-title = Cette page n’existe pas
common-error-not-found-text = Elle a peut-être été retirée, ou l’adresse est incomplète.
common-error-forbidden-title = Cette page n’est pas pour vous
common-error-forbidden-text = Connectez-vous avec le compte qui y a accès, ou revenez à l’accueil.
common-error-invalid-title = Quelque chose n’a pas pu être accepté
common-error-invalid-text = Revenez en arrière, vérifiez ce que vous avez écrit, puis envoyez à nouveau.
common-error-conflict-title = C’était vrai il y a un instant
common-error-conflict-text = Quelqu’un a été plus rapide, ou vous l’aviez déjà fait. Rechargez la page pour voir où on en est.
common-error-too-many-title = Un peu trop vite
common-error-too-many-text = Attendez quelques minutes, puis essayez encore.
common-error-full-title = Il n’y a plus de place
common-error-full-text = Rien de ce que vous aviez enregistré n’est perdu. L’équipe technique est prévenue : réessayez plus tard.
common-error-away-title = Nous ne pouvons pas répondre à l’instant
common-error-away-text = Rien de ce que vous aviez enregistré n’est perdu. Réessayez dans quelques secondes.
common-error-fault-title = Quelque chose s’est cassé chez nous
common-error-fault-text = Rien de ce que vous aviez enregistré n’est perdu. Réessayez dans une minute.
common-error-origin-title = Cet envoi venait d’ailleurs
common-error-origin-text = Pour vous protéger, nous n’acceptons un formulaire que depuis nos propres pages. Rouvrez la page et envoyez à nouveau.
common-error-no-host = Il n’y a rien à cette adresse.
common-error-home = Revenir à l’accueil

# Essayer une communauté de démonstration sous le nom de l’un de ses membres
common-guest-title = Essayer cette communauté sous le nom de { $name }
common-guest-text = Les membres des communautés de démonstration sont inventés. Vous entrez avec une vraie lettre de connexion, comme ils le feraient, et pouvez tout essayer.
common-guest-code = Cette personne agit pour tous, et donne pour cela un code de sa deuxième clé. Le voici :
common-guest-code-next = Il change toutes les trente secondes et sert une seule fois. Voir le suivant
common-guest-enter = Entrer
common-guest-enough = On a demandé ici beaucoup de lettres de connexion, pour cette personne ou depuis votre réseau. Essayez quelqu’un d’autre, ou revenez dans quelques minutes.
common-closing-title = Cette communauté sera supprimée le { $day }
common-closing-text = Tout ce qui s’y trouve disparaîtra ce jour-là.
common-closing-link = Emporter une copie de mes données
