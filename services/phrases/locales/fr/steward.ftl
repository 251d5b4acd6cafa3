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
