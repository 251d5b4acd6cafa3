# L’accueil d’un membre.

home-title = Accueil
home-hello = Bonjour { $name }
home-day = { $day }
home-town-day = { $town }, { $day }
home-waiting = On attend votre réponse
home-wrote-about = à propos de « { $title } »
home-said = « { $words } »
home-answer = Répondre à { $name }
home-asks = vous demande un parrainage
home-asks-silently = Cette personne frappe à la porte et vous connaît.
home-read-request = Lire sa demande
home-all-messages = { $n ->
    [one] Votre message
   *[other] Vos { $n } conversations à lire
}
home-all-requests = { $n ->
    [one] La demande de parrainage
   *[other] Les { $n } demandes de parrainage
}
home-pairs = Ce qui va avec vos annonces
home-all-pairs = Tout voir
home-requests = On a besoin de vous
home-all-listed-requests = Toutes les demandes
home-no-requests-title = Personne ne demande rien en ce moment
home-no-requests-text = Demander n’est pas une faiblesse : si vous commencez, d’autres oseront.
home-offers = Ce que l’on propose
home-all-listed-offers = Toutes les offres
home-no-offers-title = Personne n’a encore rien proposé
home-no-offers-text = Une heure, un outil, le trop-plein du jardin : le premier pas peut être le vôtre.
home-news = Depuis votre dernier passage
home-no-news = Rien de nouveau. Tout est lu.
home-invite-title = Quelqu’un manque ici ?
home-invite-text = Une voisine, un ami de longue date : vous pouvez les inviter et vous porter garant.
home-invite-act = Inviter quelqu’un
home-sample-note = Vous m’avez appris à tricoter à la veillée de Pazy. Je viens de m’installer.
