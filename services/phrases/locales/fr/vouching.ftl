vouching-title = Mes parrainages
vouching-lead = Les personnes pour qui vous vous portez garant, et celles que vous invitez.
vouching-given-title = Ceux que je parraine
vouching-given-none = Vous ne parrainez encore personne. Commencez par quelqu’un que vous connaissez bien.
vouching-left = { $n ->
    [0] Vous ne pouvez plus parrainer personne pour le moment.
    [one] Vous pouvez encore parrainer une personne cette année.
   *[other] Vous pouvez encore parrainer { $n } personnes cette année.
}
vouching-wait = Vous pourrez le faire à partir du { $day }.
vouching-sentence = « { $sentence } »
vouching-given-carries = Membre
vouching-given-waits = En attente
vouching-given-ended = Terminé
vouching-withdraw = Retirer ma parole
vouching-withdrawn = Votre parole est retirée.
vouching-invited-title = Ceux que j’ai invités
vouching-invited-none = Aucune invitation pour le moment.
vouching-held = Une invitation ouverte retient l’un de vos parrainages tant qu’elle n’a pas servi, n’est pas annulée et n’a pas expiré.
vouching-written = écrite { $when }
vouching-invitation-open = Envoyée
vouching-invitation-used = Acceptée
vouching-invitation-revoked = Annulée
vouching-invitation-expired = Expirée
vouching-revoke = Annuler
vouching-revoked = L’invitation est annulée. Son lien ne mène plus nulle part.
vouching-invite-title = Inviter quelqu’un
vouching-invite-text = Vous écrivez une adresse et une phrase. La personne reçoit une lettre, et votre parrainage avec.
vouching-invite = Écrire une invitation
vouching-link-title = Mon lien personnel
vouching-link-text = Donnez-le à quelqu’un que vous connaissez. S’il vient par ce lien, c’est à vous qu’il demandera d’abord.
vouching-link-label = Adresse à copier
vouching-renew = Changer de lien
vouching-renew-text = Si ce lien circule trop, changez-le : l’ancien ne mènera plus nulle part.
vouching-renewed = Voici votre nouveau lien. L’ancien ne marche plus.
vouching-to-requests = Qui attend mon parrainage
vouching-invite-page = Inviter quelqu’un
vouching-invite-lead = Une lettre part à cette adresse. Quand la personne viendra, votre parrainage comptera tout de suite.
vouching-invite-email = Son adresse e-mail
vouching-invite-sentence = Qui est-ce, en une phrase ?
vouching-invite-sentence-hint = Ces mots seront dans la lettre, et serviront de parrainage.
vouching-invite-language = Langue de la lettre
vouching-invite-send = Envoyer l’invitation
vouching-invite-sent = Votre invitation est partie.
vouching-host-title = Ouvrir la porte à quelqu’un
vouching-host-text = Des nouveaux ne connaissent personne ici. Vous pouvez accepter d’en rencontrer un de temps en temps.
