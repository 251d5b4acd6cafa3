# La place de chacun : départs décidés, examens, recours, paroles pour quelqu’un qui est déjà là.

standing-put-out-title = { $name } part ?
standing-put-out-lead = Regardez d’abord qui serait touché. Rien ne change avant que vous n’ayez décidé.
standing-cause = Pourquoi
standing-cause-suspension = Suspension, jusqu’à nouvelle décision
standing-cause-conduct = Exclusion pour sa conduite
standing-cause-fraud = Exclusion pour tromperie
standing-look = Voir ce que cela changerait
standing-decide = Décider
standing-reason = Pourquoi
standing-reason-hint = La personne lira ces mots. Ils restent au journal.
standing-put-out = Oui, { $name } part
standing-propose = Proposer à un autre membre de l’équipe
standing-keep = Ne rien changer
standing-effects-title = Ce que cela changerait
standing-effects-none = Personne d’autre ne serait touché par le départ de { $name }.
standing-effects-some = Si { $name } part, { $n ->
    [one] une autre personne ne tiendrait plus à assez de monde. Sa place serait examinée.
   *[other] { $n } autres personnes ne tiendraient plus à assez de monde. Leur place serait examinée.
}
standing-falls-title = { $n ->
    [one] Une place à examiner
   *[other] { $n } places à examiner
}
standing-falls-orphan = { $name } n’aurait plus aucun chemin depuis les fondateurs. Un nouveau parrainage peut y remédier jusqu’au { $day }.
standing-falls-thin = { $name } n’aurait plus que { $paths ->
    [one] un chemin indépendant.
   *[other] { $paths } chemins indépendants.
}
standing-falls-until = Un nouveau parrainage peut y remédier jusqu’au { $day }.
standing-falls-more = et { $n } autres
standing-falls-how = Pendant l’examen, ces personnes gardent tout, sauf le droit de parrainer. Personne n’est jamais exclu par un calcul.
standing-unclear-title = Le calcul n’a pas pu conclure pour
standing-recent-title = Parrainés par { $name } depuis un an
standing-sponsors-title = Qui a parrainé { $name }
standing-fraud-void = Les parrainages que { $name } a donnés ne vaudraient plus rien.
standing-two-title = Cette décision se prend à deux
standing-two-text = Elle touche beaucoup de monde. Un autre membre de l’équipe doit la confirmer dans les sept jours.
standing-is-out = C’est fait. Les personnes concernées reçoivent une lettre.
standing-is-proposed = C’est proposé. Un autre membre de l’équipe a sept jours pour confirmer.
standing-is-called-off = La proposition est retirée.
standing-is-confirmed = C’est fait : cette personne reste membre.
standing-is-answered = La réponse est partie.
standing-is-appealed = Votre recours est arrivé. Quelqu’un qui n’a pas pris la décision le lira.
standing-proposed-lead = Proposé par { $name }. Sans confirmation avant le { $day }, rien ne change.
standing-proposed-mine = Vous l’avez proposé : quelqu’un d’autre doit le confirmer.
standing-confirm-out = Confirmer : { $name } part
standing-call-off = Retirer la proposition
standing-reviews-title = Places à examiner
standing-reviews-lead = Ce qui attend une deuxième voix, les recours, et les personnes dont la place est examinée.
standing-second-title = Attend une deuxième voix
standing-second-line = { $n ->
    [0] Personne d’autre n’est touché
    [one] Une personne touchée
   *[other] { $n } personnes touchées
}, jusqu’au { $day }
standing-appeals-title = Recours
standing-appeal-review = Examen de sa place
standing-answer = Répondre
standing-answer-words = Votre réponse
standing-answer-hint = La personne lira ces mots. Ils restent au journal.
standing-answer-uphold = Donner raison à cette personne : elle reprend sa place
standing-answer-whom = Répondre à { $name }
standing-list-title = Examens en cours
standing-list-empty-title = Aucun examen
standing-list-empty-text = Chacun ici tient à assez de monde.
standing-list-paths = { $paths } sur { $need } chemins
standing-list-due = À décider
standing-list-until = Un nouveau parrainage peut y remédier jusqu’au { $day }.
standing-confirm = Cette personne reste
standing-confirm-name = { $name } reste membre
standing-mine-title = Ma place ici
standing-mine-member = Vous êtes membre, et tout va bien.
standing-mine-review = Votre place est examinée. Vous gardez tout, sauf le droit de parrainer.
standing-mine-suspended = L’équipe a suspendu votre place.
standing-mine-expelled = L’équipe vous a exclu de cette communauté.
standing-mine-left = Vous avez quitté cette communauté.
standing-mine-waiting = Vous attendez d’entrer.
standing-mine-until = Jusqu’au { $day }
standing-mine-why = Une personne par laquelle vous étiez relié aux fondateurs n’est plus là. { $paths ->
    [0] Plus aucun chemin ne mène à vous
    [one] Un seul chemin indépendant mène encore à vous
   *[other] { $paths } chemins indépendants mènent encore à vous
} ; il en faut { $need }.
standing-mine-still = On ne vous reproche rien. Après cette date, une personne de l’équipe décide ; jamais un calcul.
standing-mine-cure = Que faire
standing-mine-cure-text = Demandez à un membre qui vous connaît de se porter garant de vous. Dès qu’il y a assez de chemins, l’examen prend fin tout seul. Donnez-lui cette adresse :
standing-mine-decided = Décidé le { $day }
standing-appealed-title = Votre recours
standing-appeal-upheld = On vous a donné raison.
standing-appeal-kept = La décision est maintenue.
standing-appeal-waits = Envoyé { $when }. Une lettre vous dira la réponse.
standing-appeal-title = Faire un recours
standing-appeal-text = Écrivez ce que l’équipe devrait savoir. Si possible, quelqu’un qui n’a pas pris la décision le lira. Un seul texte.
standing-appeal-words = Votre texte
standing-appeal-send = Envoyer le recours
standing-endorse-lead = Votre parole ajoute un chemin vers cette personne. Elle compte comme un parrainage.
standing-endorse-left = { $n ->
    [0] Il ne vous reste aucun parrainage.
    [one] Il vous reste un parrainage.
   *[other] Il vous reste { $n } parrainages.
}
standing-endorsed = C’est fait. Merci.
standing-sample-reason = Trois membres ont reçu des annonces qui n’existaient pas.
standing-sample-appeal = Je n’étais pas là cette semaine-là, et personne ne m’a posé de question.
standing-degree = Quoi
standing-degree-warning = Avertissement
standing-degree-pause = Pas de parrainage pendant 90 jours
standing-degree-smaller = Moitié moins de parrainages pendant un an
standing-degree-strike = Une faute de parrainage : moitié moins de parrainages pendant un an
standing-fraud-strike = Chaque personne qui l’a parrainé répond de sa parole : moitié moins de parrainages pendant un an.
standing-measures-title = Comment { $name } parraine
standing-measures-lead = Du plus doux au plus ferme. Chaque mesure est datée, expliquée, et peut être reprise.
standing-measures-none = Rien n’a été décidé.
standing-measures-link = Sa façon de parrainer
standing-measure-of = Pour { $name }, dont la place a été retirée pour tromperie.
standing-measure-follows = Une personne parrainée est partie pour manquement aux règles.
standing-measure-since = Depuis le { $day }.
standing-measure-until = Jusqu’au { $day }.
standing-measure-is-lifted = Reprise le { $day }.
standing-measure-lift = Reprendre cette mesure
standing-measure-new = Décider une mesure
standing-measure-give = Prendre cette mesure
standing-measure-given = C’est noté. La personne reçoit une lettre.
standing-measure-lifted = La mesure est reprise.
standing-mine-measures = Mes parrainages
standing-mine-strikes = Deux fautes de parrainage en deux ans. Quelqu’un de l’équipe regarde avec vous comment vous parrainez.
standing-list-strikes = Deux fautes de parrainage en deux ans
standing-list-decide = À décider avant le { $day }.
standing-sample-measure = Trois parrainages en une matinée, sans avoir rencontré personne.
