steward-title = Le bureau
steward-lead = { $n ->
    [0] Personne n’attend en ce moment.
    [one] Une personne attend d’entrer.
   *[other] { $n } personnes attendent d’entrer.
}
steward-to-owner = Réglages de la communauté
steward-newcomers = Nouveaux venus
steward-namesake = Un membre porte ce nom, ou un nom qui lui ressemble
steward-empty-title = Tout le monde est entré
steward-empty-text = Les prochaines demandes apparaîtront ici, et vous recevrez une lettre.
steward-given = { $given } sur { $needed }
steward-open = { $n ->
    [0] Aucune demande sans réponse
    [one] Une demande sans réponse
   *[other] { $n } demandes sans réponse
}
steward-admit = Accueillir { $name }
steward-refuse = Ne pas accueillir
steward-refuse-name = Ne pas accueillir { $name }
steward-reason = Pourquoi
steward-reason-hint = Ces mots restent au journal, avec votre nom.
steward-suspended = Personnes suspendues
steward-admitted = C’est fait : cette personne est membre. Une lettre de bienvenue part.
steward-refused = C’est noté, avec vos raisons.
steward-is-reinstated = La suspension est levée.
steward-listing-closed = L’annonce est fermée. Son auteur lira pourquoi.
steward-sample-about = Je viens d’arriver, je jardine et je répare des vélos.
steward-waiting-title = Salle d’attente
steward-waiting-lead = { $n ->
    [0] Personne n’attend.
    [one] Une personne attend ; depuis plus de trente jours : { $long }.
   *[other] { $n } personnes attendent ; depuis plus de trente jours : { $long }.
}
steward-waiting-year = En douze mois
steward-waiting-months = Mois par mois
steward-waiting-month = Mois
steward-waiting-asked = Demandes
steward-waiting-sponsored = Première parole
steward-waiting-admitted = Entrées
steward-waiting-closed = Closes sans suite
steward-waiting-median = La moitié de ceux qui sont entrés ont attendu { $days } jours ou moins.
steward-waiting-median-none = Personne n’est entré pendant ces mois.
steward-waiting-nobody = Personne ne leur a répondu
steward-waiting-nobody-how = Ils attendent sans une seule parole, les plus anciens d’abord. Peut-être quelqu’un près d’eux voudrait-il devenir accueillant.
steward-waiting-nobody-none = Tous ceux qui attendent ont au moins une parole.
steward-waiting-has-asked = { $n ->
    [0] n’a sollicité personne
    [one] a sollicité une fois
   *[other] a sollicité { $n } fois
}

steward-unanswered-title = Demandes sans réponse
steward-unanswered-lead = Personne n’a écrit à ces gens depuis deux jours ou plus, ou bien c’est urgent. Un mot de votre part suffit souvent.
steward-unanswered-usual = { $hours ->
    [one] En ce moment, la moitié des réponses arrivent en une heure au plus.
   *[other] En ce moment, la moitié des réponses arrivent en { $hours } heures au plus.
}
steward-unanswered-empty-title = Personne n’attend
steward-unanswered-empty-text = Chaque demande de plus de deux jours a reçu au moins un message.
steward-unanswered-helpers = Qui pourrait aider
steward-unanswered-nobody = Nous n’avons trouvé aucune offre qui aille avec cette demande. Qui connaissez-vous ?
steward-unanswered-suggest = En parler à { $name }
steward-unanswered-suggested = C’est dit. La personne reste libre de répondre.
