members-title = Les membres
members-lead = Chaque personne ici est parrainée par d’autres. Ouvrez une page pour voir comment vous êtes liés.
members-search = Chercher quelqu’un
members-search-hint = Un prénom, un nom ou une commune.
members-since = ici depuis { $when }
members-founder = Fondatrice ou fondateur
members-role-editor = Publie les informations
members-role-steward = Veille sur la communauté
members-role-owner = Anime la communauté
members-empty-title = Personne pour le moment
members-empty-text = Dès que quelqu’un entre, son nom apparaît ici.
members-none-title = Personne ne correspond
members-none-text = Essayez un seul mot, un prénom ou une commune.
members-to-vouching = Inviter et parrainer
members-back = Tous les membres
members-no-about = { $name } ne s’est pas encore présenté ici.
members-edit-mine = Modifier ma page
members-listings = Annonces publiées par { $name }
members-no-listings = Aucune annonce en ce moment.
members-tie-title = Comment vous êtes liés
members-entry-title = Comment { $name } est entré(e)
members-entry-sponsors = { $n ->
    [one] Un parrainage,
   *[other] { $n } parrainages,
} { $paths ->
    [one] par un chemin depuis les fondateurs.
   *[other] par { $paths } chemins distincts depuis les fondateurs.
}
members-entry-domain = Accueil d’office : l’adresse e-mail vient d’un domaine que l’organisation accueille.
members-entry-office = Accueil par l’équipe.
members-entry-when = ({ $when })
members-entry-paths = Voir les chemins
members-entry-paths-how = Chaque chemin part d’une personne fondatrice et mène à { $name }. Deux chemins n’ont personne en commun.
members-entry-gone = quelqu’un qui n’est pas nommé ici
members-entry-check = Vérifier à nouveau
members-entry-holds = Vérifié : les chemins étaient vrais au moment de la décision.
members-entry-fails = Attention : ces chemins ne correspondent pas aux parrainages d’alors. Prévenez l’exploitant.
members-judge-title = Pour l’équipe
members-judge-suspended = Cette personne est suspendue. Elle peut se connecter, mais ne voit plus rien de la communauté.
members-judge-reinstate = Lever la suspension
members-judge-reason = Pourquoi
members-role-title = Rôle dans la communauté
members-role-which = Ce que fait cette personne
members-role-none = Aucun rôle particulier
members-role-give = Donner ce rôle
members-sample-about = Ancien facteur. Je connais tous les chemins, et j’ai une remorque.
members-judge-look = Avant de décider, vous verrez qui serait touché.
members-judge-put-out = Suspendre ou exclure { $name }
members-endorse = Se porter garant de { $name }
