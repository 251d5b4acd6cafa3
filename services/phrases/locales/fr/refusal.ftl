# Une phrase par code de refus : refusal-<code en minuscules, tirets>.

refusal-other = Cela n’a pas pu être accepté.
refusal-not-found = Nous ne trouvons pas cela.
refusal-forbidden = Vous ne pouvez pas faire cela.
refusal-fault = Quelque chose s’est cassé chez nous. Réessayez dans une minute.
refusal-too-many = Un peu trop souvent. Attendez quelques minutes, puis essayez encore.
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

# Messages privés
refusal-message-missing = Écrivez un message avant de l’envoyer.
refusal-message-too-long = Le message est un peu long : 4 000 caractères au plus.
refusal-listing-own = C’est votre propre annonce : vos réponses se trouvent dans vos messages.
refusal-recipient-away = Cette personne ne peut pas recevoir de messages en ce moment.
