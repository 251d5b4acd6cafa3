# Les lettres. La première ligne dit qui, quoi et pourquoi ; un seul bouton.

letters-link = { $label } :
letters-quote = « { $text } »
letters-stop = Ne plus recevoir ces lettres
letters-settings = Régler mes lettres
letters-postal = { $organisation }, { $address }

letters-why-sponsorship = Vous recevez cette lettre parce que vous êtes membre de la communauté { $community } et que l’on vous a demandé de parrainer.
letters-why-applicant = Vous recevez cette lettre parce que vous avez demandé à rejoindre { $community }.
letters-why-member = Vous recevez cette lettre parce que vous êtes membre de la communauté { $community }.
letters-why-steward = Vous recevez cette lettre parce que vous animez { $community }.

# Se connecter
letters-sign-in-subject = Votre lien pour entrer : { $community }
letters-sign-in-preview = Un clic ou six chiffres, valables { $minutes } minutes.
letters-sign-in-title = Voici votre lien pour entrer
letters-sign-in-lead = Quelqu’un, sans doute vous, vient de demander à se connecter à { $community } avec cette adresse.
letters-sign-in-button = Me connecter
letters-sign-in-code = Ou recopiez ces six chiffres sur la page où vous avez fait la demande :
letters-sign-in-note = Le lien et le code servent une seule fois, pendant { $minutes } minutes, dans le navigateur qui les a demandés. Si ce n’était pas vous, ne faites rien : sans ce message, personne ne peut entrer.
letters-sign-in-shared-preview = Un clic, valable { $minutes } minutes.
letters-sign-in-shared-note = Votre adresse a été saisie très souvent ces derniers temps, peut-être pas par vous. Pour ne pas remplir votre boîte, une seule lettre part toutes les cinq minutes. Son lien sert une seule fois, pendant { $minutes } minutes, dans tout navigateur où l’on vient de demander à se connecter avec cette adresse. Si ce n’était pas vous, ne faites rien : sans ce message, personne ne peut entrer.
letters-sign-in-why = Vous recevez cette lettre parce que votre adresse a été saisie sur la page de connexion de la communauté { $community }.

# Changer d’adresse, et ce qui ouvre le compte
letters-confirm-address-subject = Confirmez votre nouvelle adresse : { $community }
letters-confirm-address-title = Est-ce bien votre adresse ?
letters-confirm-address-lead = Quelqu’un, sans doute vous, souhaite recevoir à cette adresse les lettres de { $community } et s’y connecter avec elle.
letters-confirm-address-button = Confirmer cette adresse
letters-confirm-address-note = Le lien et le code servent une seule fois, pendant { $minutes } minutes, dans le navigateur où la demande a été faite. Si ce n’était pas vous, ne faites rien : sans ce message, rien ne change.
letters-confirm-address-why = Vous recevez cette lettre parce que votre adresse a été saisie par quelqu’un qui s’est connecté à { $community }.
letters-account-changed-preview = Si ce n’était pas vous, un geste suffit pour tout remettre en place.
letters-account-changed-title = Votre compte a changé
letters-account-changed-address-subject = Votre adresse a été remplacée : { $community }
letters-account-changed-address-lead = Quelqu’un, sans doute vous, a remplacé cette adresse par une autre chez { $community }. Les prochaines lettres partiront là-bas.
letters-account-changed-added-subject = Une deuxième clé ouvre votre compte : { $community }
letters-account-changed-added-lead = Quelqu’un, sans doute vous, a ajouté une application de codes à votre compte chez { $community }.
letters-account-changed-removed-subject = Votre deuxième clé a été retirée : { $community }
letters-account-changed-removed-lead = Quelqu’un, sans doute vous, a retiré l’application de codes de votre compte chez { $community }.
letters-account-changed-passkey-added-subject = Une clé d’accès ouvre votre compte : { $community }
letters-account-changed-passkey-added-lead = Quelqu’un, sans doute vous, a ajouté une clé d’accès à votre compte chez { $community }. Elle connecte sans lettre.
letters-account-changed-passkey-removed-subject = Une clé d’accès a été retirée : { $community }
letters-account-changed-passkey-removed-lead = Quelqu’un, sans doute vous, a retiré une clé d’accès de votre compte chez { $community }.
letters-account-changed-reset-subject = Dans trois jours, votre compte s’ouvre sans deuxième clé : { $community }
letters-account-changed-reset-lead = Quelqu’un, sans doute vous, a dit à l’équipe de { $community } que votre téléphone, vos clés d’accès et vos codes de secours sont perdus. Dans trois jours, nous les retirons tous de votre compte, pour que vous puissiez revenir avec une lettre.
letters-account-changed-otherwise = Si c’était vous, il n’y a rien à faire. Sinon, reprenez votre compte :
letters-account-changed-button = Ce n’était pas moi
letters-account-changed-note = Ce bouton remet votre compte comme il était et déconnecte tous les appareils. Il sert jusqu’au { $until }.
letters-account-changed-why = Vous recevez cette lettre parce que cette adresse est, ou était, celle d’un compte qui s’est connecté à { $community }.

# On vous demande de parrainer
letters-sponsorship-asked-subject = { $name } vous demande votre parrainage
letters-sponsorship-asked-preview = Pour rejoindre { $community }. Vous répondez en privé.
letters-sponsorship-asked-title = { $name } vous demande de l’aider à entrer
letters-sponsorship-asked-lead = { $name } souhaite rejoindre { $community } et pense que vous vous connaissez assez pour cela. Dites oui seulement si c’est vrai.
letters-sponsorship-asked-button = Voir la demande et répondre
letters-sponsorship-asked-note = Votre réponse reste entre vous et nous : un refus n’est jamais montré. Vous pouvez répondre jusqu’au { $until }.

letters-sponsorship-reminder-subject = { $name } attend encore votre réponse
letters-sponsorship-reminder-preview = Vous pouvez répondre jusqu’au { $until }.
letters-sponsorship-reminder-title = { $name } espère toujours une réponse
letters-sponsorship-reminder-lead = { $name } vous a demandé { $since } de parrainer son entrée dans { $community }. Un oui comme un non l’aidera à avancer.
letters-sponsorship-reminder-button = Répondre à la demande
letters-sponsorship-reminder-note = Votre réponse reste privée. Sans nouvelles de vous, la demande s’éteindra d’elle-même après le { $until }.

# Une invitation
letters-invitation-subject = { $name } vous invite dans { $community }
letters-invitation-preview = { $community } : des voisins qui se rendent service, entre gens qui se connaissent.
letters-invitation-title = { $name } vous invite
letters-invitation-lead = { $name } est membre de la communauté { $community }, où l’on s’entraide entre personnes recommandées, et se porte garant de vous.
letters-invitation-button = Ouvrir mon invitation
letters-invitation-note = L’invitation est à votre nom et sert une fois, jusqu’au { $until }. Si elle ne vous dit rien, ne faites rien : nous ne vous écrirons plus.
letters-invitation-why = Vous recevez cette lettre, une seule fois, parce que votre adresse a été donnée par { $name }, qui vous invite dans { $community }.

# Nouvelles d’un parrainage
letters-sponsorship-given-subject = { $name } se porte garant de vous
letters-sponsorship-given-preview = { $given } sur { $needed } : le chemin avance.
letters-sponsorship-given-title = { $name } a dit oui
letters-sponsorship-given-lead = { $name } se porte garant de vous auprès de la communauté { $community }. C’est un maillon de plus.
letters-sponsorship-given-button = Voir où j’en suis
letters-sponsorship-given-note = { $given ->
    [0] Il vous faut { $needed } parrainages pour entrer. Demandez à quelqu’un qui vous connaît : la plupart des gens disent oui.
    [one] Vous avez un parrainage sur les { $needed } demandés.
   *[other] Vous avez { $given } parrainages sur les { $needed } demandés.
}

letters-sponsorship-given-preview-enough = Vous avez les parrainages qu’il faut.
letters-sponsorship-given-enough = Vous avez les parrainages qu’il faut. La décision suit d’elle-même, parfois après un court délai, et nous vous écrirons aussitôt.

letters-sponsorship-declined-subject = Une de vos demandes à { $community } est restée sans suite
letters-sponsorship-declined-preview = Cela arrive souvent, et rien n’est perdu.
letters-sponsorship-declined-title = Une demande est restée sans suite
letters-sponsorship-declined-lead = Une personne à qui vous aviez demandé de vous parrainer pour { $community } ne le fera pas cette fois. Il y a mille raisons à cela, et votre demande d’entrée reste ouverte.
letters-sponsorship-declined-button = Demander à quelqu’un d’autre

letters-welcome-subject = Bienvenue, { $name } : { $community } vous est ouverte
letters-welcome-preview = Dites ce que vous savez faire, ou ce dont vous avez besoin.
letters-welcome-title = Bienvenue, { $name }
letters-welcome-lead = Vous faites désormais partie de la communauté { $community }, grâce à { $sponsors }. Pensez à les remercier.
letters-welcome-lead-by-office = Vous faites désormais partie de la communauté { $community } : l’équipe a accepté votre demande.
letters-welcome-button = Entrer
letters-welcome-note = Une bonne façon de commencer : demandez un petit service. La plupart des gens disent oui, et c’est ainsi que l’on fait connaissance.

letters-founder-subject = { $community } est ouverte
letters-founder-preview = Vous en êtes à l’origine : voici la porte.
letters-founder-title = Bienvenue chez vous, { $name }
letters-founder-lead = La communauté { $community } vient d’ouvrir, et vous comptez parmi ses fondateurs : les premières personnes entreront parce que vous les aurez recommandées.
letters-founder-button = Entrer
letters-founder-note = Pour commencer, invitez deux ou trois personnes que vous connaissez bien, et publiez une première annonce : une maison habitée attire du monde.
letters-founder-why = Vous recevez cette lettre parce que votre adresse a été donnée comme celle d’un fondateur de la communauté { $community }.

letters-newcomer-admitted-subject = { $name } est maintenant membre de la communauté { $community }
letters-newcomer-admitted-preview = Votre parrainage y est pour quelque chose. Merci.
letters-newcomer-admitted-title = { $name } vient d’entrer
letters-newcomer-admitted-lead = Avec votre parrainage, { $name } est maintenant membre de la communauté { $community }. Merci de votre confiance.
letters-newcomer-admitted-button = Souhaiter la bienvenue
letters-newcomer-admitted-note = Les premières semaines comptent : un mot de votre part aidera { $name } à se sentir chez soi.

letters-someone-applied-subject = { $name } demande à rejoindre { $community }
letters-someone-applied-preview = Une personne attend la réponse de votre équipe.
letters-someone-applied-title = { $name } frappe à la porte
letters-someone-applied-lead = { $name } demande à rejoindre { $community } et attend la réponse de l’équipe.
letters-someone-applied-button = Voir la demande
letters-someone-applied-note = Un accueil rapide se remarque : la plupart des gens reviennent quand on leur a répondu le jour même.

# Messages et annonces
letters-new-message-subject = { $n ->
    [one] { $name } vous a écrit
   *[other] { $name } vous a écrit { $n } messages
}
letters-new-message-preview = À propos de : { $listing }
letters-new-message-title = { $n ->
    [one] { $name } vous a écrit
   *[other] { $name } vous a écrit { $n } messages
}
letters-new-message-lead = { $n ->
    [one] Un message vous attend, écrit par { $name }, à propos de « { $listing } ».
   *[other] { $n } messages vous attendent, écrits par { $name }, à propos de « { $listing } ».
}
letters-new-message-button = Lire et répondre
letters-new-message-note = Pour votre tranquillité, le texte des messages ne voyage pas par courrier.
letters-new-message-why = Vous recevez cette lettre parce qu’un message vous attend depuis quelques minutes dans { $community }.

letters-listing-expiring-subject = Votre annonce se termine { $soon } : { $listing }
letters-listing-expiring-preview = Un clic suffit pour la garder.
letters-listing-expiring-title = Votre annonce se termine { $soon }
letters-listing-expiring-lead = Votre annonce « { $listing } » se terminera le { $day }. Est-elle toujours d’actualité ?
letters-listing-expiring-button = La garder ou la clore
letters-listing-expiring-note = Si quelqu’un vous a aidé, dites-le en la fermant : cela encourage tout le monde. Sans réponse, elle se terminera toute seule.
letters-listing-expiring-why = Vous recevez cette lettre parce que vous avez publié une annonce dans { $community }.

# La lettre de la semaine
letters-digest-subject = { $n ->
    [0] { $listing }
    [one] { $listing }, et une autre annonce
   *[other] { $listing }, et { $n } autres annonces
} · { $community }
letters-digest-preview = { $name }, { $since }.
letters-digest-title-requests = { $n ->
    [one] Bonjour { $name }, quelqu’un compte sur une personne comme vous.
    [2] Bonjour { $name }, deux personnes comptent sur quelqu’un comme vous.
    [3] Bonjour { $name }, trois personnes comptent sur quelqu’un comme vous.
    [4] Bonjour { $name }, quatre personnes comptent sur quelqu’un comme vous.
    [5] Bonjour { $name }, cinq personnes comptent sur quelqu’un comme vous.
   *[other] Bonjour { $name }, { $n } personnes comptent sur quelqu’un comme vous.
}
letters-digest-title-offers = Bonjour { $name }, on vous propose un coup de main.
letters-digest-lead = { $n ->
    [one] Voici l’annonce parue cette semaine dans { $community } que vous n’avez pas encore vue.
   *[other] Voici ce qui est paru cette semaine dans { $community } et que vous n’avez pas encore vu.
}
letters-digest-request = Demande
letters-digest-offer = Offre
letters-digest-answer = Répondre à { $name }
letters-digest-others = Aussi cette semaine
letters-digest-about = { $name }, { $since }
letters-digest-about-town = { $name }, { $town }, { $since }
letters-digest-goes-with = Cela va avec votre annonce « { $title } ».
letters-digest-more = { $n ->
    [one] Une autre annonce
   *[other] { $n } autres annonces
}
letters-digest-why = Vous recevez cette lettre chaque semaine parce que vous êtes membre de la communauté { $community }. Rien de ce que vous avez déjà vu n’y figure.

# Exemples, pour les aperçus
letters-sample-note = Nous avons monté ensemble la fête de la Saint-Jean l’an dernier. Je cherche à rendre service près de chez moi.
letters-sample-sentence = Une voisine de toujours, sur qui l’on peut compter.
letters-sample-about = Infirmière à la retraite, je jardine et je conduis volontiers.
letters-sample-request = Deux bras pour rentrer mon bois avant la pluie
letters-sample-ride = Un trajet pour Nevers, mardi matin
letters-sample-offer = Plants de tomates anciennes, une trentaine

letters-copy-ready-subject = La copie de vos données de { $community } est prête
letters-copy-ready-preview = Elle vous attend jusqu’au { $until }.
letters-copy-ready-title = Voici vos données, { $name }
letters-copy-ready-lead = Vous avez demandé une copie de tout ce que la communauté { $community } garde de vous. Elle vous attend dans votre espace jusqu’au { $until }.
letters-copy-ready-button = Voir mes données
letters-copy-ready-note = La copie ne contient rien de ce que d’autres ont écrit. Si vous n’avez rien demandé, fermez vos sessions dans votre espace et dites-le à l’équipe.
letters-copy-ready-why = Vous recevez cette lettre parce que vous avez demandé une copie de vos données dans la communauté { $community }.

letters-removal-subject = { $community } sera supprimée le { $day }
letters-removal-preview = Tout ce qui s’y trouve disparaîtra ce jour-là. Vous avez jusque-là pour agir.
letters-removal-title = { $name }, cette communauté va fermer
letters-removal-soon-title = { $name }, c’est bientôt la fin
letters-removal-lead = La communauté { $community } sera supprimée le { $day }, avec tout ce qu’elle contient : les personnes, les annonces, les messages, le journal. Rien ne pourra être rétabli.
letters-removal-button = Emporter mes données
letters-removal-owner-button = Voir, ou y renoncer
letters-removal-note = D’ici là, vous pouvez demander une copie de tout ce qu’elle garde de vous. Parlez-en aux responsables si vous tenez à ce qu’elle continue.
letters-removal-owner-note = Vous en êtes responsable : d’un clic, vous pouvez y renoncer jusqu’à ce jour. Chacun peut demander une copie de ses données dans son espace, et vous aussi.
letters-removal-off-subject = { $community } continue
letters-removal-off-preview = La suppression qui vous avait été annoncée n’aura pas lieu.
letters-removal-off-title = { $name }, la communauté reste
letters-removal-off-lead = La suppression de la communauté { $community } n’aura pas lieu. Tout continue comme avant.
letters-removal-off-button = Revenir à l’accueil
letters-removal-off-note = Vous n’avez rien à faire.
letters-removal-why = Vous recevez cette lettre parce que vous avez une place dans la communauté { $community }.
letters-standing-under-review-subject = Votre place dans { $community } est examinée
letters-standing-under-review-preview = Voyez pourquoi, et comment y remédier.
letters-standing-under-review-title = { $name }, votre place est examinée
letters-standing-under-review-lead = Une personne par laquelle vous étiez relié aux fondateurs de { $community } n’est plus là. Vous gardez tout, sauf le droit de parrainer. Un membre qui vous connaît peut y remédier d’un mot, jusqu’au { $day }.
letters-standing-under-review-button = Voir ma place ici
letters-standing-under-review-note = Après cette date, une personne décide, jamais un calcul.
letters-standing-cured-subject = Votre place dans { $community } est de nouveau sûre
letters-standing-cured-preview = L’examen a pris fin.
letters-standing-cured-title = { $name }, tout va bien
letters-standing-cured-lead = Assez de chemins mènent de nouveau à vous dans { $community }. L’examen de votre place a pris fin de lui-même.
letters-standing-cured-button = Voir ma place ici
letters-standing-cured-note = Vous êtes membre comme avant.
letters-standing-confirmed-subject = Vous restez membre de { $community }
letters-standing-confirmed-preview = L’équipe a décidé.
letters-standing-confirmed-title = { $name }, vous restez
letters-standing-confirmed-lead = L’équipe de { $community } a décidé que vous restez membre. L’examen de votre place a pris fin.
letters-standing-confirmed-button = Voir ma place ici
letters-standing-confirmed-note = Vous êtes membre comme avant.
letters-standing-suspended-subject = Votre place dans { $community } est suspendue
letters-standing-suspended-preview = La raison, et comment faire un recours.
letters-standing-suspended-title = { $name }, votre place est suspendue
letters-standing-suspended-lead = L’équipe de { $community } a suspendu votre place.
letters-standing-suspended-button = Voir ma place ici
letters-standing-suspended-note = Vous pouvez faire un recours sur cette page.
letters-standing-expelled-subject = Vous n’êtes plus membre de { $community }
letters-standing-expelled-preview = La raison, et comment faire un recours.
letters-standing-expelled-title = { $name }, vous n’êtes plus membre
letters-standing-expelled-lead = L’équipe de { $community } vous a exclu.
letters-standing-expelled-button = Voir ma place ici
letters-standing-expelled-note = Vous pouvez faire un recours sur cette page.
letters-standing-appeal-upheld-subject = Votre recours dans { $community } : on vous donne raison
letters-standing-appeal-upheld-preview = La réponse de l’équipe.
letters-standing-appeal-upheld-title = { $name }, on vous donne raison
letters-standing-appeal-upheld-lead = Une personne de l’équipe de { $community } a lu votre recours et vous donne raison : la décision ne vaut plus.
letters-standing-appeal-upheld-button = Voir ma place ici
letters-standing-appeal-upheld-note = Merci de nous l’avoir dit.
letters-standing-appeal-turned-down-subject = Votre recours dans { $community } a reçu une réponse
letters-standing-appeal-turned-down-preview = La décision est maintenue.
letters-standing-appeal-turned-down-title = { $name }, la décision est maintenue
letters-standing-appeal-turned-down-lead = Une personne de l’équipe de { $community } a lu votre recours. La décision est maintenue.
letters-standing-appeal-turned-down-button = Voir ma place ici
letters-standing-appeal-turned-down-note = La réponse complète est sur cette page.
letters-standing-reason = « { $reason } »
letters-standing-why = Vous recevez cette lettre parce qu’elle dit où vous en êtes dans { $community }.
letters-meeting-why-host = Vous recevez cette lettre parce que vous avez accepté de rencontrer des nouveaux de { $community }.
letters-meeting-asked-subject = { $name } aimerait vous rencontrer
letters-meeting-asked-preview = C’est votre tour dans { $community }. Vous pouvez le passer.
letters-meeting-asked-title = { $name } ne connaît encore personne ici
letters-meeting-asked-lead = { $name } voudrait entrer dans { $community } et demande à rencontrer quelqu’un. C’est votre tour.
letters-meeting-asked-button = Voir la personne et répondre
letters-meeting-asked-note = Vous pouvez répondre jusqu’au { $day }. Ensuite, ou si vous passez votre tour, on demande à la personne suivante ; votre nom n’est pas montré.
letters-meeting-agreed-subject = { $name } veut bien vous rencontrer
letters-meeting-agreed-preview = Un premier pas dans { $community }.
letters-meeting-agreed-title = { $name } veut bien vous rencontrer
letters-meeting-agreed-lead = { $name }, membre de { $community }, veut bien vous rencontrer et vous a écrit.
letters-meeting-agreed-button = Lire, et trouver un jour
letters-meeting-agreed-note = Pour une première fois, choisissez un lieu public.
letters-meeting-moved-on-subject = Nous demandons à la personne suivante de vous rencontrer
letters-meeting-moved-on-preview = Vous n’avez rien à faire.
letters-meeting-moved-on-title = Quelqu’un n’a pas pu vous rencontrer cette fois
letters-meeting-moved-on-lead = Cela ne dit rien de vous. Nous sommes passés à la personne suivante dans { $community }.
letters-meeting-moved-on-button = Voir où en est ma demande
letters-meeting-moved-on-note = Vous n’avez rien à faire : nous vous écrirons dès que quelqu’un accepte.
letters-meeting-missed-subject = { $name } rencontrera quelqu’un d’autre
letters-meeting-missed-preview = Votre tour dans { $community } est passé.
letters-meeting-missed-title = Votre tour est passé
letters-meeting-missed-lead = { $name } avait demandé à vous rencontrer, et cinq jours ont passé. Nous sommes allés voir la personne suivante dans { $community }.
letters-meeting-missed-button = Voir ce que j’ai accepté
letters-meeting-missed-note = Si vous avez moins de temps en ce moment, vous pouvez être sollicité moins souvent, ou arrêter.
letters-meeting-wrote-subject = { $name } vous a écrit
letters-meeting-wrote-preview = Au sujet de votre rencontre dans { $community }.
letters-meeting-wrote-title = { $name } vous a écrit
letters-meeting-wrote-lead = { $name } vous a écrit au sujet de votre rencontre dans { $community }.
letters-meeting-wrote-button = Lire et répondre
letters-meeting-wrote-note = Ce qui est écrit là est pour vous deux.
letters-application-no-answer-subject = Une de vos demandes à { $community } attend une réponse
letters-application-no-answer-preview = Vous pouvez demander à quelqu’un d’autre entre-temps.
letters-application-no-answer-title = Pas encore de réponse
letters-application-no-answer-lead = Une personne à qui vous aviez demandé de vous parrainer pour { $community } n’a pas encore répondu, et le peut jusqu’au { $day }. N’attendez pas pour autant : demandez aussi à quelqu’un d’autre.
letters-application-no-answer-button = Demander à quelqu’un d’autre
letters-application-no-answer-note = Vous ne connaissez personne d’autre ? Sur la même page, vous pouvez demander à rencontrer un membre.
letters-application-ends-soon-subject = Votre demande pour { $community } prend bientôt fin
letters-application-ends-soon-preview = Le { $day }. Un clic lui redonne du temps.
letters-application-ends-soon-title = Voulez-vous toujours entrer ?
letters-application-ends-soon-lead = Votre demande pour { $community } reste ouverte jusqu’au { $day }. Si vous voulez toujours entrer, un clic lui redonne autant de temps.
letters-application-ends-soon-button = Continuer d’attendre
letters-application-ends-soon-note = Sinon, vous n’avez rien à faire.
letters-application-ends-for-good-subject = Votre demande pour { $community } prend bientôt fin
letters-application-ends-for-good-preview = Le { $day }. Vous pourrez recommencer ensuite.
letters-application-ends-for-good-title = Votre demande prend bientôt fin
letters-application-ends-for-good-lead = Votre demande pour { $community } reste ouverte jusqu’au { $day }. D’ici là, des membres peuvent encore vous parrainer, et vous pouvez demander à en rencontrer un.
letters-application-ends-for-good-button = Voir ma salle d’attente
letters-application-ends-for-good-note = Ensuite, vous pourrez recommencer quand vous voudrez.
letters-application-closed-subject = Votre demande pour { $community } est arrivée à son terme
letters-application-closed-preview = Vous pouvez recommencer quand vous voudrez.
letters-application-closed-title = Merci d’avoir frappé à la porte
letters-application-closed-lead = Votre demande pour { $community } était ouverte jusqu’au { $day }, et elle est arrivée à son terme. Cela ne dit rien de vous : il faut souvent s’y prendre à deux fois.
letters-application-closed-button = Recommencer
letters-application-closed-note = Peut-être connaissez-vous quelqu’un ici, maintenant, ou voudrez-vous demander à rencontrer un membre.
letters-standing-warned-subject = Un avertissement dans { $community }
letters-standing-warned-preview = La raison, et comment faire un recours.
letters-standing-warned-title = { $name }, un avertissement
letters-standing-warned-lead = L’équipe de { $community } vous avertit au sujet de vos parrainages. Rien d’autre ne change.
letters-standing-warned-button = Voir ma place ici
letters-standing-warned-note = Vous pouvez faire un recours sur cette page.
letters-standing-paused-subject = Vos parrainages dans { $community } font une pause
letters-standing-paused-preview = La raison, et jusqu’à quand.
letters-standing-paused-title = { $name }, une pause
letters-standing-paused-lead = L’équipe de { $community } vous demande de ne parrainer personne jusqu’au { $day }.
letters-standing-paused-button = Voir ma place ici
letters-standing-paused-note = Vous pouvez faire un recours sur cette page.
letters-standing-smaller-subject = Moins de parrainages dans { $community }
letters-standing-smaller-preview = La raison, et jusqu’à quand.
letters-standing-smaller-title = { $name }, moins de parrainages
letters-standing-smaller-lead = L’équipe de { $community } a réduit de moitié vos parrainages jusqu’au { $day }.
letters-standing-smaller-button = Voir ma place ici
letters-standing-smaller-note = Vous pouvez faire un recours sur cette page.
letters-standing-struck-subject = Une personne parrainée a quitté { $community }
letters-standing-struck-preview = Ce que cela change pour vous.
letters-standing-struck-title = { $name }, une faute de parrainage
letters-standing-struck-lead = Une personne dont vous étiez garant a quitté { $community } pour manquement aux règles. Jusqu’au { $day }, vous avez moitié moins de parrainages.
letters-standing-struck-button = Voir ma place ici
letters-standing-struck-note = Vous pouvez faire un recours sur cette page.
letters-standing-faulted-subject = Une faute de parrainage dans { $community }
letters-standing-faulted-preview = La raison, et jusqu’à quand.
letters-standing-faulted-title = { $name }, une faute de parrainage
letters-standing-faulted-lead = L’équipe de { $community } voit une faute dans vos parrainages. Jusqu’au { $day }, vous avez moitié moins de parrainages.
letters-standing-faulted-button = Voir ma place ici
letters-standing-faulted-note = Vous pouvez faire un recours sur cette page.
letters-standing-barred-subject = Vos parrainages dans { $community } s’arrêtent pour un an
letters-standing-barred-preview = Ce que cela change pour vous.
letters-standing-barred-title = { $name }, une deuxième faute de parrainage
letters-standing-barred-lead = C’est la deuxième en deux ans dans { $community }. Vous ne pouvez parrainer personne jusqu’au { $day }, et quelqu’un de l’équipe en parle avec vous. Tout le reste continue.
letters-standing-barred-button = Voir ma place ici
letters-standing-barred-note = Vous pouvez faire un recours sur cette page.
letters-standing-reserved-subject = Une réserve à votre sujet dans { $community }
letters-standing-reserved-preview = De quel ordre elle est, et comment répondre.
letters-standing-reserved-title = { $name }, une réserve à votre sujet
letters-standing-reserved-lead = Une personne de { $community } a confié un doute à l’équipe. Deux personnes de l’équipe vont décider ; vous pouvez répondre d’abord.
letters-standing-reserved-button = Voir et répondre
letters-standing-reserved-note = La page dit de quel ordre elle est.
letters-standing-together-asked-subject = Vivez-vous ensemble ? Une question dans { $community }
letters-standing-together-asked-preview = Un membre le dit. Est-ce vrai ?
letters-standing-together-asked-title = { $name }, une question sur votre foyer
letters-standing-together-asked-lead = Un membre de { $community } dit que vous vivez ensemble. Si vous le dites tous les deux, vos paroles n’en font qu’une quand quelqu’un doit entrer.
letters-standing-together-asked-button = Voir qui, et répondre
letters-standing-together-asked-note = Si ce n’est pas le cas, dites non sur la même page ; personne n’en est informé.
letters-standing-together-entered-subject = Votre foyer dans { $community }
letters-standing-together-entered-preview = L’équipe a inscrit avec qui vous vivez.
letters-standing-together-entered-title = { $name }, votre foyer
letters-standing-together-entered-lead = L’équipe de { $community } a inscrit que vous vivez avec un autre membre. Désormais vos paroles n’en font qu’une quand quelqu’un doit entrer. Votre propre place n’en change pas.
letters-standing-together-entered-button = Voir avec qui
letters-standing-together-entered-note = Si c’est inexact, dites-le sur la page : l’équipe sera prévenue.
letters-standing-together-kept-subject = Votre foyer dans { $community } reste tel quel
letters-standing-together-kept-preview = L’équipe s’est opposée à un changement.
letters-standing-together-kept-title = { $name }, à propos de votre foyer
letters-standing-together-kept-lead = L’équipe de { $community } s’y oppose : vos paroles et celles d’un membre avec qui vous viviez n’en font toujours qu’une.
letters-standing-together-kept-button = Voir votre foyer
letters-standing-together-kept-note = Vous pouvez écrire à l’équipe si c’est inexact.

letters-idle-subject = On ne vous a pas vu dans { $community } depuis près de deux ans
letters-idle-preview = Venez une fois avant le { $from }, et tout reste en place.
letters-idle-title = Êtes-vous toujours là, { $name } ?
letters-idle-lead = Vous n’êtes pas venu dans { $community } depuis 23 mois. Nous ne gardons les données de personne pour rien : à partir du { $from }, ce qui dit qui vous êtes y sera effacé. Connectez-vous une seule fois avant, et tout reste en place.
letters-idle-button = Me connecter et rester
letters-idle-note = Si vous ne voulez pas revenir, il n’y a rien à faire. Ce que d’autres ont écrit reste à eux.
letters-idle-why = Vous recevez cette lettre une seule fois, parce que vous avez une place dans la communauté { $community } et n’y êtes pas venu depuis longtemps.

letters-guest-request-waits-subject = { $name }, qui attend d’entrer dans { $community }, demande quelque chose
letters-guest-request-waits-title = Une demande à lire
letters-guest-request-waits-lead = { $name }, qui attend d’entrer dans { $community }, demande : « { $listing } ». Les membres la verront une fois que l’équipe l’aura lue et laissée passer.
letters-guest-request-waits-button = Lire la demande
letters-guest-request-waits-note = S’il faut y changer quelque chose, vous pouvez la renvoyer avec un mot d’explication.
letters-guest-request-let-through-subject = Les membres de { $community } voient maintenant votre demande
letters-guest-request-let-through-title = Les membres voient votre demande
letters-guest-request-let-through-lead = L’équipe a lu « { $listing } » : les membres de { $community } la voient maintenant et peuvent vous écrire.
letters-guest-request-let-through-button = Voir ma demande
letters-guest-request-let-through-note = Vous saurez quand quelqu’un vous écrit.
letters-guest-request-sent-back-subject = L’équipe de { $community } vous a renvoyé votre demande
letters-guest-request-sent-back-title = Votre demande vous revient
letters-guest-request-sent-back-lead = L’équipe a lu « { $listing } » et vous invite à la revoir. Sa raison se trouve sur la page de votre demande dans { $community }.
letters-guest-request-sent-back-button = Lire pourquoi
letters-guest-request-sent-back-note = Vous pouvez la modifier là et la renvoyer.
## Ce que les recherches gardées ont trouvé

letters-saved-search-subject = { $n ->
    [one] Trouvé pour vous : { $listing }
   *[other] Trouvé pour vous : { $listing }, et d’autres annonces
}
letters-saved-search-preview = Pour votre recherche « { $name } ».
letters-saved-search-title = { $n ->
    [one] Vos recherches ont trouvé une annonce
   *[other] Vos recherches ont trouvé { $n } annonces
}
letters-saved-search-lead = Dans { $community }, on vient de publier ce que vous cherchez.
letters-saved-search-search = Votre recherche « { $name } »
letters-saved-search-see = Voir l’annonce
letters-saved-search-more = { $n ->
    [one] et une autre annonce
   *[other] et { $n } autres annonces
}
letters-saved-search-all = Mes recherches
letters-saved-search-why = Vous recevez cette lettre parce que vous gardez des recherches dans { $community } et que vous avez choisi d’en avoir des nouvelles par lettre.
letters-sample-search = Plants et graines
letters-mandate-asked-subject = { $name } voudrait demander quelque chose en votre nom
letters-mandate-asked-title = Êtes-vous d’accord ?
letters-mandate-asked-lead = { $name } voudrait demander pour vous, dans { $community } : « { $listing } ». Personne ne le lit avant votre réponse.
letters-mandate-asked-button = Lire et répondre
letters-mandate-asked-note = Vous pouvez dire non, sans explication. Sans réponse de votre part, rien n’est publié.
letters-mandate-agreed-subject = { $name } accepte que vous demandiez en son nom
letters-mandate-agreed-title = C’est publié
letters-mandate-agreed-lead = { $name } est d’accord : les membres de { $community } lisent maintenant « { $listing } ». C’est à vous que l’on écrit.
letters-mandate-agreed-button = Voir la demande
letters-mandate-agreed-note = La personne peut y mettre fin, ou continuer en son propre nom, à tout moment.
letters-mandate-ended-subject = Une demande faite au nom de quelqu’un d’autre
letters-mandate-ended-title = Ce n’est pas, ou plus, demandé au nom de quelqu’un
letters-mandate-ended-lead = « { $listing } », dans { $community } : on ne demande pas, ou plus, ceci au nom d’une autre personne.
letters-mandate-ended-button = Voir ce qu’il en est
letters-mandate-ended-note = Vous pouvez toujours demander en votre propre nom.
letters-mandate-offered-subject = { $name } vous propose de reprendre une demande
letters-mandate-offered-title = Voulez-vous la reprendre ?
letters-mandate-offered-lead = Avant votre arrivée dans { $community }, { $name } a demandé pour vous : « { $listing } ». Vous pouvez maintenant continuer en votre nom.
letters-mandate-offered-button = Lire et répondre
letters-mandate-offered-note = Vous pouvez dire non, sans explication.
letters-mandate-taken-subject = { $name } continue en son propre nom
letters-mandate-taken-title = Votre demande a été reprise
letters-mandate-taken-lead = { $name } continue en son propre nom, dans { $community } : « { $listing } ». Ce que l’on vous a écrit reste à vous.
letters-mandate-taken-button = Voir la demande
letters-mandate-taken-note = Merci d’avoir demandé à sa place.

letters-sample-outing = Balade autour du lac des Settons
letters-outing-why = Vous recevez cette lettre parce que votre nom est sur la liste d’une sortie, dans { $community }.
letters-outing-button = Voir la sortie
letters-outing-where = Où : { $town }
letters-outing-free-subject = Une place pour vous : { $outing }
letters-outing-free-title = Une place s’est libérée
letters-outing-free-lead = Vous attendiez une place pour « { $outing } », { $when } : elle est à vous.
letters-outing-free-note = Si vous ne venez plus, dites-le sur la page de la sortie : la place ira à la personne suivante.
letters-outing-changed-subject = Changement : { $outing }
letters-outing-changed-title = La date ou le lieu a changé
letters-outing-changed-lead = « { $outing } » a maintenant lieu { $when }.
letters-outing-changed-note = Vous restez sur la liste. Si cela ne vous convient plus, dites-le sur la page de la sortie.
letters-outing-off-subject = Annulée : { $outing }
letters-outing-off-title = La sortie est annulée
letters-outing-off-lead = « { $outing } », prévue { $when }, n’aura pas lieu.
letters-outing-off-note = Vous n’avez rien à faire.
letters-outing-soon-subject = C’est bientôt : { $outing }
letters-outing-soon-title = Votre sortie approche
letters-outing-soon-lead = « { $outing } » a lieu { $when }. On vous y attend.
letters-outing-soon-note = Si vous ne venez plus, dites-le sur la page de la sortie : quelqu’un attend peut-être une place.

## Il faut d’urgence à quelqu’un ce que l’on propose

letters-asked-subject = Urgent, d’ici { $day } : { $listing }
letters-asked-title = Pouvez-vous aider ?
letters-asked-lead = { $name } a besoin d’aide d’ici { $day } : « { $listing } ».
letters-asked-goes-with = Cela va avec ce que vous proposez : « { $listing } ».
letters-asked-where = Où : { $town }
letters-asked-button = Lire et répondre
letters-asked-note = Si cela ne vous convient pas, vous n’avez rien à faire : personne ne saura à qui l’on a demandé. Vous recevez une lettre de ce genre par semaine au plus.
letters-asked-why = Vous recevez cette lettre parce que vous proposez votre aide dans { $community }, et qu’il la faut d’urgence à quelqu’un de proche.
letters-sample-hands = Deux bons bras, brouette et remorque

## Des lettres de la communauté sont signalées comme indésirables

letters-complaints-subject = { $community } : des lettres signalées comme indésirables
letters-complaints-preview = Combien, et ce que vous pouvez faire.
letters-complaints-title = { $name }, des lettres sont signalées comme indésirables
letters-complaints-lead = { $n } personnes ont signalé comme indésirable une lettre de la communauté { $community }, sur { $letters } parties en trente jours. Si cela continue, les lettres de la communauté attendront.
letters-complaints-button = Voir où en sont les lettres
letters-complaints-operator-button = Voir, et décider
letters-complaints-note = Qui signale une lettre n’en reçoit plus. Y a-t-il ici des personnes inscrites sans l’avoir voulu ? Chacun choisit ses lettres dans son espace : il peut être utile de le rappeler.
letters-complaints-operator-note = Les responsables de la communauté reçoivent la même nouvelle. Les lettres qui servent à se connecter partent toujours.
letters-complaints-held-subject = { $community } : les lettres attendent
letters-complaints-held-preview = Trop de lettres ont été signalées comme indésirables.
letters-complaints-held-title = { $name }, les lettres attendent
letters-complaints-held-lead = { $n } personnes ont signalé comme indésirable une lettre de la communauté { $community }, sur { $letters } parties en trente jours. C’est trop : ses lettres attendent, sauf celles qui servent à se connecter, jusqu’à ce que les responsables de la plateforme les laissent repartir.
letters-complaints-gone-subject = { $community } : les lettres repartent
letters-complaints-gone-preview = Les responsables de la plateforme les laissent repartir.
letters-complaints-gone-title = { $name }, les lettres repartent
letters-complaints-gone-lead = Les responsables de la plateforme laissent repartir les lettres de la communauté { $community }. Celles qui attendaient partent, sauf les plus anciennes.
letters-complaints-gone-note = La raison se lit avec les réglages de la communauté. Le compte des plaintes repart de zéro.
letters-complaints-why = Vous recevez cette lettre parce que vous êtes responsable de la communauté { $community }.
letters-complaints-why-operator = Vous recevez cette lettre parce que vous vous occupez de cette plateforme.

## L’équipe pense que quelqu’un pourrait aider

letters-helper-subject = Pourriez-vous aider ? { $listing }
letters-helper-lead = Personne n’a encore répondu à { $name } : « { $listing } ». L’équipe de la communauté { $community } a pensé à vous.
letters-helper-note = Si cela ne vous convient pas, vous n’avez rien à faire : seule l’équipe sait qu’elle vous a écrit.
letters-helper-why = Vous recevez cette lettre parce que vous proposez votre aide dans { $community }, et que l’équipe a pensé à vous.
