# Une phrase par code de refus : refusal-<code en minuscules, tirets>.

refusal-erasure-not-sure = Un effacement ne se reprend pas : dites que vous en êtes sûr.
refusal-other = Cela n’a pas pu être accepté.
refusal-not-found = Nous ne trouvons pas cela.
refusal-forbidden = Vous ne pouvez pas faire cela.
refusal-away = Nous ne pouvons pas répondre à l’instant. Réessayez dans quelques secondes.
refusal-fault = Quelque chose s’est cassé chez nous. Réessayez dans une minute.
refusal-too-many = Un peu trop souvent. Attendez quelques minutes, puis essayez encore.
refusal-rate-limited = C’est un peu trop souvent. Attendez un moment, puis envoyez de nouveau.
refusal-address-invalid = Une adresse ressemble à prenom@exemple.fr. Vérifiez ce qui entoure l’arobase.
refusal-page-gone = Cette page est restée ouverte trop longtemps. Recommencez depuis le début.

# Annonces
refusal-listing-closed = Cette annonce est fermée, on ne peut plus y répondre ni la changer.
refusal-listing-id-taken = Cette annonce a déjà été enregistrée. Rechargez la page avant de recommencer.
refusal-listing-direction-missing = Dites si vous proposez quelque chose ou si vous en avez besoin.
refusal-listing-kind-missing = Choisissez de quoi il s’agit : un objet, un prêt, un service…
refusal-listing-title-missing = Donnez un titre à votre annonce.
refusal-listing-title-too-short = Le titre est un peu court : 3 caractères au moins.
refusal-listing-title-too-long = Le titre est un peu long : 120 caractères au plus.
refusal-listing-body-missing = Décrivez en quelques mots ce que vous proposez ou ce qu’il vous faut.
refusal-listing-body-too-long = Le texte est un peu long : 4 000 caractères au plus.
refusal-listing-settlement-missing = Dites ce qui est possible en échange : rien, un troc…
refusal-listing-settlement-not-allowed = Cette façon d’échanger n’est pas prévue ici. Choisissez-en une autre.
refusal-listing-category-unknown = Choisissez une catégorie dans la liste, ou aucune.
refusal-listing-town-too-long = Le nom de la commune est un peu long : 80 caractères au plus.
refusal-helper-unknown = Choisissez un membre d’ici, ou personne.
refusal-thanks-too-long = Le mot de remerciement est un peu long : 500 caractères au plus.
refusal-close-reason-missing = Dites pourquoi : la personne qui a publié l’annonce le lira.
refusal-close-reason-too-long = La raison est un peu longue : 500 caractères au plus.
refusal-listings-enough-today = Vingt annonces par jour suffisent à une personne. Publiez celle-ci demain.
refusal-place-unknown = Nous ne connaissons aucun lieu de ce nom. Essayez une ville voisine, ou un code postal.
refusal-place-which = Plusieurs lieux s’appellent ainsi, ou presque. Choisissez lequel.
refusal-street-unknown = Votre commune est notée. Nous n’y trouvons pas cette rue : vérifiez son nom, ou laissez la rue vide.
refusal-street-unanswered = Votre commune est notée. La rue ne l’est pas : le service qui connaît les rues ne répond pas. Essayez plus tard.
refusal-street-without-town = Dites aussi dans quelle commune est cette rue.
refusal-street-too-long = Cette adresse est trop longue : le numéro et la rue suffisent.
refusal-near-what = Dites près de quel lieu : une ville, ou chez vous.
refusal-near-home-missing = Dites d’abord où vous habitez : personne d’autre ne le verra.
refusal-near-work-missing = Dites d’abord où vous travaillez : personne d’autre ne le verra.

# Messages privés
refusal-message-missing = Écrivez un message avant de l’envoyer.
refusal-message-too-long = Le message est un peu long : 4 000 caractères au plus.
refusal-listing-own = C’est votre propre annonce : vos réponses se trouvent dans vos messages.
refusal-listing-others-first = Pendant quelques heures, les autres peuvent d’abord répondre à cette offre. L’annonce dit jusqu’à quand.
refusal-recipient-away = Cette personne ne peut pas recevoir de messages en ce moment.
refusal-conversations-enough-today = Vous avez écrit à beaucoup de nouvelles personnes aujourd’hui. Commencez cette conversation demain ; les autres continuent.
refusal-messages-enough-today = Vous avez écrit énormément de messages aujourd’hui. Reprenez demain.

# Textes
refusal-text-missing = Écrivez quelque chose ici.
refusal-text-too-long = C’est trop long. Gardez l’essentiel.
refusal-text-invisible = Un signe invisible se cache dans ce texte : il vient peut-être d’un copier-coller. Tapez-le de nouveau.
refusal-name-reserved = Ce nom, ou un nom qui lui ressemble, est celui de la communauté ou de son équipe. Donnez votre propre nom.
refusal-id-in-use = Cela a déjà été enregistré. Rechargez la page avant de recommencer.

# La communauté
refusal-colour-invalid = Une couleur s’écrit # suivi de six chiffres ou lettres de a à f, par exemple #1f5c47.
refusal-domain-invalid = Écrivez seulement ce qui suit l’arobase, par exemple mairie-corbigny.fr, un domaine par ligne.
refusal-host-invalid = Ce nom de domaine ne convient pas. Écrivez-le sans chemin, par exemple entraide.exemple.fr.
refusal-host-taken = Une autre communauté utilise déjà ce nom de domaine.
refusal-too-many-hosts = Dix noms de domaine suffisent à une communauté. Enlevez-en un.
refusal-launches-enough-today = Trois communautés par jour suffisent à une personne. Lancez celle-ci demain : ce que vous avez écrit reste sur cette page.
refusal-language-missing = Choisissez au moins une langue.
refusal-listing-days-out-of-range = Une annonce vit entre 7 et 365 jours.
refusal-preset-unknown = Choisissez un modèle dans la liste.
refusal-knob-out-of-range = Ce nombre sort de ce qui est possible.
refusal-look-first = Regardez d’abord ce que ces règles changent ; vous pourrez ensuite les adopter.
refusal-settings-stale = Quelqu’un d’autre a changé les réglages entre-temps. Rechargez la page, puis refaites votre changement.
refusal-slug-invalid = L’adresse compte 3 à 40 lettres sans accent, chiffres ou tirets.
refusal-slug-reserved = Ce mot est réservé à l’installation. Choisissez-en un autre.
refusal-slug-taken = Une autre communauté porte déjà cette adresse. Ajoutez par exemple le nom de votre commune.
refusal-sponsors-out-of-range = Demandez entre 1 et 10 parrainages, ou 0 si l’équipe accueille elle-même.
refusal-timezone-unknown = Choisissez un fuseau horaire dans la liste, par exemple Europe/Paris.
refusal-too-many-founders = Nommez au plus cent personnes au lancement. Vous inviterez les autres ensuite.

# Se connecter, être membre
refusal-address-same = C’est déjà votre adresse.
refusal-address-taken = Un autre compte utilise cette adresse. Choisissez-en une autre, ou connectez-vous avec elle.
refusal-address-replaced = Le compte de cette adresse en utilise une autre depuis peu. Si ce n’était pas votre choix, ouvrez la lettre qui l’annonçait et pressez « Ce n’était pas moi ».
refusal-factor-already = Votre compte a déjà une deuxième clé. Retirez-la avant d’en ajouter une autre.
refusal-factor-missing = Votre compte n’a pas encore de deuxième clé, ou vous avez commencé il y a trop longtemps. Ajoutez-la depuis votre compte.
refusal-factor-code-wrong = Ce n’est pas le bon code, ou il a déjà servi. Attendez le suivant, puis recopiez-le.
refusal-passkey-refused = Cette clé d’accès n’ouvre pas ici, ou il s’est passé plus de cinq minutes. Recommencez, ou prenez un autre chemin.
refusal-passkey-missing = Aucune de vos clés d’accès ne vaut sur cette adresse. Donnez un code de votre application ou un code de secours.
refusal-passkey-not-here = Les clés d’accès ne marchent pas sur cette adresse.
refusal-passkeys-enough = Vous avez vingt clés d’accès, c’est le plus. Retirez-en une avant d’en ajouter une autre.
refusal-too-late-to-undo = Ce changement ne peut plus être annulé : le lien a déjà servi, ou il est trop ancien.
refusal-sign-in-again = Avant de changer ceci, montrez que c’est bien vous : connectez-vous de nouveau, ou donnez votre code.
refusal-step-up-required = Avant d’agir au nom de tous, montrez que c’est bien vous avec votre deuxième clé.
refusal-already-here = Vous êtes déjà membre. Entrez, c’est ouvert.
refusal-charter-not-accepted = Lisez la charte et cochez la case pour continuer.
refusal-code-wrong = Ce n’est pas le bon code. Recopiez les six chiffres de la dernière lettre.
refusal-hour-out-of-range = Choisissez une heure entre 0 et 23.
refusal-last-owner = Il faut au moins une personne responsable. Confiez d’abord ce rôle à quelqu’un d’autre.
refusal-not-a-member = Ce rôle se confie à un membre en règle.
refusal-sign-in-expired = Ce lien ou ce code ne vaut plus. Demandez une nouvelle lettre, elle arrive tout de suite.
refusal-sign-in-other-browser = Vous avez demandé à vous connecter depuis un autre appareil. Recopiez-y les six chiffres de la lettre.
refusal-sign-in-spent = Ce lien a déjà servi. Si ce n’était pas vous, demandez une nouvelle lettre et prévenez l’équipe.
refusal-standing-moved = La situation de cette personne a changé entre-temps. Rechargez la page.
refusal-too-many-rows = C’est trop de lignes à la fois. Envoyez le fichier en plusieurs parties.

# Programmes
refusal-cursor-invalid = Cet endroit de la liste n’existe pas. Reprenez depuis le début.
refusal-too-slow = Cela prend trop de temps. Demandez-en moins à la fois, ou réessayez dans une minute.
refusal-token-invalid = Ce jeton d’accès manque, est faux ou a été révoqué.
refusal-unreadable = Ce qui a été envoyé est illisible.
refusal-too-large = C’est trop à la fois. Envoyez-le en plusieurs parties.
refusal-not-json = Envoyez du JSON, et dites-le : Content-Type: application/json.

# Parrainages et entrée
refusal-already-answered = Il a déjà été répondu à cette demande. Rechargez la page pour voir où elle en est.
refusal-already-asked = Vous avez déjà demandé à cette personne. Laissez-lui le temps de répondre.
refusal-already-invited = Vous avez déjà invité cette adresse, et l’invitation est encore valable.
refusal-asked-lately = Vous avez sollicité cette personne il y a peu. Laissez passer quelques jours avant de recommencer.
refusal-asked-too-often = C’est assez de demandes pour aujourd’hui. Sollicitez la personne suivante demain.
refusal-link-spent = Ce lien ne vaut plus. Demandez-en un nouveau à la personne qui vous l’a donné.
refusal-no-token-left = Vous n’avez plus de parrainage à donner pour le moment. Votre page dit quand il en reviendra un.
refusal-not-by-office = Ici, ce sont les membres qui décident, en se portant garants.
refusal-not-waiting = Cette personne n’attend plus : quelqu’un a décidé entre-temps, ou elle est partie.
refusal-sponsor-oneself = C’est votre propre adresse. Demandez à quelqu’un qui vous connaît.
refusal-sponsor-too-new = Vous êtes membre depuis trop peu de temps pour vous porter garant. Votre page dit à partir de quand ce sera possible.
refusal-too-late-to-withdraw = Cette personne est déjà membre : votre parole ne peut plus être reprise. Parlez-en à l’équipe.
refusal-too-many-invitations = Trop d’invitations sont en route. Attendez qu’une réponse arrive.
refusal-too-many-open = Trop de demandes attendent une réponse. Attendez-en une, ou reprenez une demande.
refusal-under-review = Tant que votre propre situation est examinée, vous ne pouvez pas vous porter garant.
refusal-removal-not-confirmed = Ce n’est pas le nom court de la communauté. Écrivez-le exactement, sans accent ni majuscule.
refusal-removal-asked = La suppression de cette communauté est déjà prévue.
refusal-removal-begun = La suppression a commencé : il n’est plus temps d’y renoncer.

# La place de chacun
refusal-graph-moved = Entre-temps, d’autres personnes sont concernées. Regardez à nouveau avant de décider.
refusal-departure-waits = Une décision sur cette personne attend déjà une deuxième voix.
refusal-departure-settled = C’est déjà réglé, ou personne n’a confirmé à temps.
refusal-same-steward = Quelqu’un d’autre de l’équipe doit le confirmer.
refusal-needs-no-word = Cette personne n’a pas besoin de garant.
refusal-already-vouched = Vous vous portez déjà garant de cette personne.
refusal-review-ended = Cet examen a déjà pris fin.
refusal-already-appealed = Un recours contre cela a déjà été fait.
refusal-own-decision = Quelqu’un qui n’a pas pris la décision doit lire ce recours.
refusal-too-many-meetings = Trois rencontres sont déjà en cours pour vous. Attendez l’une d’elles, ou annulez-la.
refusal-meeting-settled = Cette rencontre n’en est plus là.
refusal-no-way-to-meet = Choisissez au moins une façon de se rencontrer.
refusal-too-many-a-month = Indiquez un nombre de 1 à 20.
refusal-not-that-day = Ce ne peut pas être ce jour-là : il est à venir, ou d’avant la demande.
refusal-too-many-lines = Beaucoup a déjà été écrit. Réglez le reste de vive voix.
refusal-renew-later = Vous avez encore le temps. La demande se prolonge dans les quatorze jours avant sa fin.
refusal-sponsoring-paused = Pour le moment, vous ne pouvez pas vous porter garant. La page « Ma place ici » dit pourquoi et jusqu’à quand.
refusal-already-reserved = Vous avez déjà confié une réserve au sujet de cette personne.
refusal-own-reservation = Cette réserve vient de vous : d’autres décident.
refusal-reservation-open = Une réserve au sujet de cette personne attend encore.
refusal-already-together = On sait déjà que ces deux personnes vivent ensemble.
refusal-household-full = Tant de personnes sont dites vivre ici que l’équipe doit regarder. Écrivez-lui.
refusal-guest-request-one = Vous avez déjà une demande. Fermez-la avant de demander autre chose.
refusal-guest-request-changed = La personne a modifié cette demande entre-temps. Relisez-la.
refusal-searches-enough = Vous gardez déjà vingt recherches. Supprimez-en une pour en garder une autre.
refusal-search-name-missing = Donnez un nom à cette recherche, pour la reconnaître.
refusal-search-name-too-long = Ce nom est trop long : soixante lettres au plus.
refusal-search-words-too-long = C’est trop long : cent vingt lettres au plus.
refusal-search-not-kept = On ne peut pas garder une recherche par auteur ou par état.
refusal-mandate-request-only = On demande pour quelqu’un ; on ne propose pas en son nom.
refusal-mandate-name-missing = Donnez le prénom de la personne, ou laissez tout vide si vous demandez pour vous.
refusal-mandate-name-too-long = Ce prénom est un peu long : 40 caractères au plus.
refusal-mandate-name-only = Seulement un prénom : ni adresse, ni téléphone, ni chiffre.
refusal-mandate-consent-missing = Cochez cette case si la personne vous l’a demandé. Sinon, demandez-lui d’abord.
refusal-mandate-member-unknown = Nous ne trouvons pas cette personne parmi les membres.
refusal-mandate-asked-already = Vous attendez déjà une réponse de cette personne.
refusal-audience-only-wider = Une annonce ne peut être montrée qu’à davantage de monde : on ne peut pas faire oublier ce qui a été lu.
refusal-urgent-request-only = Seule une demande peut être urgente.
refusal-urgent-once = Cette demande a déjà été urgente. S’il vous faut encore de l’aide, fermez-la et publiez-la de nouveau.
refusal-urgent-enough = Deux de vos demandes ont été urgentes en sept jours : c’est le nombre prévu par personne. Choisissez « Cela peut attendre » ; elle sera vue tout de même.
refusal-audience-kept = Son auteur garde cette annonce avec l’équipe. Demandez-lui si elle peut être montrée à tout le monde.
refusal-mandate-said-no = Cette personne a dit non récemment. Laissez passer un mois, ou parlez-en de vive voix.
refusal-mandate-changed = Cette demande a changé entre-temps. La voici comme elle est maintenant : relisez-la avant de répondre.
refusal-listing-date-past = La date de cette annonce est passée. Publiez-la de nouveau, avec une autre date.
refusal-listing-not-of-this-kind = Ce champ n’est pas prévu pour ce type d’annonce. Videz-le, ou choisissez un autre type.
refusal-listing-quantity-range = Indiquez un nombre de 1 à 999.
refusal-listing-loan-days-range = Indiquez un nombre de jours de 1 à 365.
refusal-listing-day-unreadable = Indiquez un jour, par exemple 2026-12-05.
refusal-listing-day-far = C’est plus d’un an plus tard, ou plus tôt. Vérifiez l’année.
refusal-listing-until-past = Ce jour est passé.
refusal-listing-until-before-from = Le dernier jour vient avant le premier.
refusal-outing-start-missing = Dites quand la sortie commence.
refusal-outing-time-unreadable = Indiquez un jour et une heure qui existent, par exemple 2026-12-05 14:30.
refusal-outing-start-past = Ce moment est passé.
refusal-outing-end-before-start = La fin vient avant le début.
refusal-outing-too-long = Une sortie dure au plus 31 jours.
refusal-outing-seats-range = Indiquez un nombre de places de 1 à 999, ou rien.
refusal-outing-has-comers = Des personnes sont inscrites : gardez une date, ou fermez l’annonce pour annuler la sortie.
refusal-outing-own = C’est votre sortie : vous y êtes déjà.
refusal-outing-begun = Cette sortie a commencé : on ne s’inscrit plus.
refusal-outing-crowded = Trop de personnes sont inscrites. Écrivez à qui propose la sortie.

# Photos
refusal-photo-too-heavy = Une photo pèse plus de 10 Mo. Choisissez-en une plus légère, les autres sont gardées.
refusal-photo-kind = Un fichier n’est pas une photo que nous savons lire. Choisissez un JPEG, un PNG ou un WebP.
refusal-photo-too-large = Une photo est trop grande : 8 192 pixels de côté et 40 millions en tout, au plus.
refusal-photo-broken = Une photo ne se laisse pas lire, elle est peut-être abîmée. Essayez avec une autre.
refusal-photo-description-too-long = Ce que montre une photo se dit en 200 caractères au plus.
refusal-photos-enough = Six photos suffisent à une annonce. Enlevez-en une pour en ajouter une autre.
refusal-photos-too-many = Vos photos prennent toute la place prévue pour une personne. Enlevez-en de vos autres annonces.
refusal-photos-busy = Beaucoup de photos arrivent en ce moment. Votre texte est gardé sur cette page : renvoyez la photo dans une minute.
refusal-photos-full = Il n’y a plus de place pour les photos, et l’équipe technique est prévenue. Votre texte est gardé sur cette page : publiez sans photo, ou réessayez plus tard.
