# Les sorties : quand, pour combien, qui vient ; et ce qu’une annonce dit en plus de ses mots.

outing-title = Qui vient ?
outing-fact = Quand, combien
outing-seats = { $n ->
    [one] Une place
   *[other] { $n } places
}
outing-quantity = { $n ->
    [one] Un exemplaire
   *[other] { $n } exemplaires
}
outing-loan-days = { $n ->
    [one] Prêt d’un jour au plus
   *[other] Prêt de { $n } jours au plus
}
outing-until-hour = { $start }, jusqu’à { $end }
outing-until-day = { $start }, jusqu’au { $end }
outing-available-from = Disponible à partir du { $from }
outing-available-until = Disponible jusqu’au { $until }
outing-available = Disponible du { $from } au { $until }
outing-open = Sortie ouverte : les personnes qui attendent d’entrer peuvent venir aussi.
outing-coming = { $n ->
    [one] { $n } personne vient
   *[other] { $n } personnes viennent
}
outing-coming-of = { $n ->
    [one] { $n } place prise sur { $seats }
   *[other] { $n } places prises sur { $seats }
}
outing-in-line = { $n ->
    [one] { $n } personne en attente
   *[other] { $n } personnes en attente
}
outing-come = Je viens
outing-come-in-line = Me mettre en liste d’attente
outing-full-text = Toutes les places sont prises. Si l’une se libère, elle revient à la première personne en attente, et une lettre la prévient.
outing-step-back = Je ne viens plus
outing-mine-coming = Vous avez une place.
outing-mine-in-line = Vous êtes en liste d’attente. Si une place se libère pour vous, une lettre vous le dit.
outing-said-coming = C’est noté : vous venez.
outing-said-in-line = Vous êtes en liste d’attente.
outing-said-stepped-back = C’est noté : vous ne venez plus.
outing-own = Pour annuler la sortie, fermez l’annonce : une lettre préviendra les personnes inscrites.
outing-begun = Cette sortie a commencé : on ne s’inscrit plus.
outing-who = Les personnes inscrites
outing-nobody = Personne ne s’est encore inscrit.
outing-more = { $n ->
    [one] Et une autre personne.
   *[other] Et { $n } autres personnes.
}
outing-tag-in-line = En attente
outing-tag-off = Annulée
outing-tag-own = La vôtre
outing-file = Ajouter à mon agenda

outing-form-title = Autre chose à préciser ?
outing-form-outing = Pour une sortie : date et places
outing-form-outing-hint = Une sortie que vous proposez a une date. Les membres s’inscrivent par un bouton et vous voyez qui vient.
outing-form-starts = Début
outing-form-ends = Fin
outing-form-seats = Nombre de places
outing-form-seats-hint = Sans nombre, tout le monde peut venir.
outing-form-guests = Ouverte aux personnes qui attendent d’entrer
outing-form-guests-hint = Elles lisent cette annonce, voient votre prénom, et peuvent s’inscrire.
outing-form-things = Pour un objet ou un prêt : quantité, durée, dates
outing-form-quantity = Combien il y en a
outing-form-quantity-hint = Pour un objet à donner ou à prêter, de 1 à 999.
outing-form-loan = Durée du prêt, en jours au plus
outing-form-loan-hint = Pour un prêt, de 1 à 365.
outing-form-from = Disponible à partir du
outing-form-until = Disponible jusqu’au
outing-form-until-hint = Ce jour passé, l’annonce se ferme d’elle-même. Pas pour une sortie.

outing-calendar-title = Mes sorties
outing-calendar-lead = Celles où vous allez, celles où vous attendez une place, et les vôtres.
outing-calendar-empty = Rien pour l’instant.
outing-calendar-find = Voir les sorties
outing-calendar-address = Dans votre agenda
outing-calendar-address-text = Une adresse à donner à votre agenda (téléphone ou ordinateur) : il suivra vos sorties tout seul. Qui a cette adresse lit vos sorties : gardez-la pour vous.
outing-calendar-make = Créer mon adresse
outing-calendar-since = Valable depuis le { $day }.
outing-calendar-renew = Changer d’adresse
outing-calendar-renew-text = L’ancienne adresse cesse aussitôt de fonctionner.
outing-calendar-renewed = Votre nouvelle adresse est prête.
outing-calendar-delete = Supprimer l’adresse
outing-calendar-delete-text = Plus personne ne lit vos sorties par elle, et vous n’en avez plus tant que vous n’en créez pas une autre. Il en va de même quand vous choisissez « Me déconnecter partout » dans votre compte.
outing-calendar-deleted = Votre adresse est supprimée : plus personne ne lit vos sorties par elle.
outing-calendar-name = Mes sorties, { $community }

outing-guest-title = Sorties ouvertes
outing-guest-lead = En attendant d’entrer, vous pouvez venir à ces sorties et y rencontrer des membres.
outing-guest-room = Venir à une sortie ouverte
outing-guest-none = Aucune sortie ouverte n’est prévue pour l’instant.
outing-guest-not-granted = Cette communauté ne prévoit pas que l’on vienne à ses sorties en attendant. Vous le pourrez une fois parmi nous.
outing-guest-with = Avec { $name }

outing-sample = Balade autour du lac des Settons
outing-sample-text = Deux heures à pied, à un pas tranquille, puis un chocolat chaud. Rendez-vous sur le parking du barrage.
