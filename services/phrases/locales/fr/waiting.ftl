# La salle d’attente : où j’en suis, qui pourrait me parrainer.

waiting-title = Ma salle d’attente
waiting-headline = { $n ->
    [one] Bienvenue { $name }. Encore un parrainage, et vous êtes des nôtres.
    [2] Bienvenue { $name }. Encore deux parrainages, et vous êtes des nôtres.
    [3] Bienvenue { $name }. Trois parrainages, et vous êtes des nôtres.
   *[other] Bienvenue { $name }. Encore { $n } parrainages, et vous êtes des nôtres.
}
waiting-headline-soon = Bienvenue { $name }. Le compte y est, la porte s’ouvre bientôt.
waiting-headline-team = Bienvenue { $name }. L’équipe lit votre demande.
waiting-lead = { $n ->
    [0] Demandez à des gens d’ici qui vous connaissent. La plupart disent oui.
    [one] Une personne se porte déjà garante de vous. Nous avons tout notre temps, et vous n’avez rien à prouver.
    [2] Deux personnes se portent déjà garantes de vous. Nous avons tout notre temps, et vous n’avez rien à prouver.
   *[other] { $n } personnes se portent déjà garantes de vous. Nous avons tout notre temps, et vous n’avez rien à prouver.
}
waiting-lead-team = Vous n’avez rien d’autre à faire. Nous vous écrivons dès que c’est décidé.
waiting-where = Où j’en suis
waiting-count = Accordé : { $given } sur { $needed }
waiting-team-1 = Votre demande est arrivée
waiting-team-1-text = Vos quelques lignes sont chez l’équipe.
waiting-team-2 = Une personne la lit
waiting-team-2-text = Comptez quelques jours. Elle peut vous écrire pour mieux vous connaître.
waiting-team-3 = Vous recevez une lettre
waiting-team-3-text = Elle dit oui, ou elle dit pourquoi pas.
waiting-asked-given = « { $sentence } » Demandé { $day }.
waiting-asked-open = Demandé { $day }. La réponse est possible jusqu’au { $until }.
waiting-asked-not = Demandé { $day }. Cela n’a pas abouti, et cela ne dit rien de vous.
waiting-not-this-time = Pas cette fois
waiting-cancel = Reprendre
waiting-cancel-whom = ma demande à { $who }
waiting-rule-sponsors = { $n ->
    [one] Règle appliquée : un parrainage suffit pour entrer.
    [2] Règle appliquée : deux parrainages pour entrer.
    [3] Règle appliquée : trois parrainages pour entrer.
   *[other] Règle appliquée : { $n } parrainages pour entrer.
}
waiting-rule-paths = Règle appliquée : vos parrains doivent vous connaître par des chemins différents. Demandez aussi à quelqu’un d’un autre cercle.
waiting-rule-distance = Règle appliquée : au moins un parrain doit être proche des fondateurs. Demandez à un membre plus ancien.
waiting-rule-tokens = Règle appliquée : un de vos parrains a déjà beaucoup donné. Un parrainage de plus, d’une autre personne, suffira.
waiting-rule-pace = Règle appliquée : nous n’ouvrons la porte qu’à quelques personnes par jour. Votre tour vient tout seul.
waiting-rule-cooling = Règle appliquée : un court délai entre le premier parrainage et l’entrée. Vous n’avez rien à faire.
waiting-rule-reservation = Règle appliquée : l’équipe regarde encore une question avec vous.
waiting-again = Nous regarderons de nouveau { $when }.
waiting-ask = Qui pourrait vous parrainer ?
waiting-ask-text = Ne choisissez que des gens qui vous connaissent vraiment. Ils diront d’où, et resteront là pour vos débuts.
waiting-ask-team = Quelqu’un vous connaît ici ?
waiting-ask-team-text = Ce n’est pas nécessaire, mais un mot d’un membre aide l’équipe à décider.
waiting-email = Son adresse e-mail
waiting-email-hint = Si cette personne est membre, elle reçoit votre demande. Sinon, la demande attend qu’elle le devienne. Nous ne disons à personne lequel des deux.
waiting-note = Un mot pour elle
waiting-note-hint = Par exemple : « C’est Thomas, nous tenons la buvette ensemble. »
waiting-send = Envoyer la demande
waiting-enough = Vous n’avez plus personne à demander.
waiting-full = Beaucoup de vos demandes attendent une réponse. Reprenez-en une pour demander à quelqu’un d’autre.
waiting-nobody = Vous ne connaissez personne ?
waiting-nobody-text = Cela arrive souvent, surtout quand on vient d’emménager. Des membres veulent bien rencontrer les nouveaux ; on peut aussi écrire à l’équipe.
waiting-nobody-host = Demander à rencontrer quelqu’un
waiting-may = Ce que je peux déjà faire
waiting-may-charter = Lire la charte
waiting-may-bulletins = Lire les informations officielles
waiting-may-me = Compléter mes quelques lignes
waiting-may-link = Ouvrir le lien personnel d’un membre, s’il vous en donne un
waiting-done-asked = Votre demande est partie.
waiting-done-cancelled = Votre demande est reprise. La personne n’en saura rien.
waiting-sample-sentence-1 = Voisins de palier depuis six ans, il garde mon chat.
waiting-sample-sentence-2 = On a retapé le four à pain ensemble.
waiting-sample-note = C’est Thomas, du marché.
waiting-end = Ma demande reste ouverte jusqu’au { $day }
waiting-end-text = Avant cela nous vous écrivons, et vous pourrez la prolonger.
waiting-end-renew-text = Elle prend bientôt fin. Un clic lui redonne autant de temps ; ensuite, on peut toujours recommencer.
waiting-end-renew = Continuer d’attendre
waiting-done-renewed = Votre demande continue.
waiting-asked-late = Pas de réponse pour l’instant. Cela ne dit rien de vous.
waiting-asked-late-link = Demander à quelqu’un d’autre
waiting-household = Deux de vos parrains ou marraines vivent ensemble ; leurs paroles n’en font qu’une.
