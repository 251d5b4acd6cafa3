# Ce que chacun peut lire avant d’entrer.

visitor-ask = Demander à entrer
visitor-have-account = J’ai déjà un compte
visitor-free = Gratuit, sans publicité. Il suffit d’une adresse e-mail.
visitor-unknown-here = Vous êtes connecté, mais pas encore connu ici.
visitor-closed-title = Votre accès est fermé pour le moment
visitor-closed-text = Écrivez à l’équipe pour savoir pourquoi et en parler avec elle. Son adresse est au bas de cette page.
visitor-drawing = Dessin : devant un village, deux voisins accrochent une guirlande de papier dont chaque maillon tient le suivant.

visitor-in-title = Comment on entre
visitor-in-lead = Comptez quelques jours. Personne ne reste seul à la porte.
visitor-in-1 = Vous vous présentez
visitor-in-1-text = Votre prénom, votre commune, deux phrases sur vous. Rien de plus.
visitor-in-2 = { $n ->
    [one] Un membre vous parraine
    [2] Deux membres vous parrainent
    [3] Trois membres vous parrainent
   *[other] { $n } membres vous parrainent
}
visitor-in-2-text = { $n ->
    [one] Cette personne dit d’où elle vous connaît. Refuser est permis, et cela reste privé.
   *[other] Chacun dit d’où il vous connaît. Tant que nous sommes peu nombreux, moins de parrainages suffisent.
}
visitor-in-2-team = L’équipe vous accueille
visitor-in-2-team-text = Une personne de l’équipe lit votre présentation et vous répond.
visitor-in-3 = Vous êtes chez vous
visitor-in-3-text = Vous demandez, vous proposez, vous écrivez à vos voisins. On vous aide à faire vos débuts.

visitor-do-title = Ce qu’on y fait
visitor-do-help = Des coups de main
visitor-do-help-text = Porter un meuble, tailler une haie, faire les courses d’un voisin malade.
visitor-do-loan = Des prêts
visitor-do-loan-text = La remorque, l’échelle, l’appareil à raclette : inutile d’acheter.
visitor-do-gift = Des dons
visitor-do-gift-text = Des plants de tomates, un lit d’enfant, le trop-plein du verger.
visitor-do-skill = Des savoir-faire
visitor-do-skill-text = Un CV à relire, l’ordinateur à apprivoiser, un peu d’anglais.
visitor-do-outing = Des sorties
visitor-do-outing-text = Le marché à plusieurs, une marche le dimanche.
visitor-do-talk = Des messages privés
visitor-do-talk-text = On s’écrit ici, sans donner son numéro ni son adresse.

visitor-promise-title = Ce que chacun promet
visitor-promise-lead = Chacun le lit avant d’entrer. Cela vaut aussi pour ceux qui l’ont écrit.
visitor-promise-all = Lire la charte entière

visitor-who-title = Qui s’en occupe
visitor-who-text = { $organisation } anime ce lieu. Pas de publicité, aucune donnée vendue, et vous repartez quand vous voulez.
visitor-who-privacy = Ce que nous gardons de vous, et combien de temps
visitor-who-organisation = Organisation
visitor-who-address = Adresse
visitor-who-contact = Nous écrire

visitor-charter-title = La charte
visitor-charter-lead = Chacun la lit et l’accepte avant d’entrer. Elle vaut pour tout le monde, équipe comprise.
visitor-charter-lead-platform = À quoi nous nous engageons envers les communautés et leurs membres.
visitor-charter-empty = La charte n’est pas encore écrite
visitor-charter-empty-text = L’équipe y travaille. En attendant, le bon sens et la politesse suffisent.
visitor-platform-promise-1 = Votre communauté vous appartient. Elle a son nom, ses couleurs, ses règles, et personne d’une autre communauté ne voit ce qui s’y passe.
visitor-platform-promise-2 = Pas de publicité, aucune donnée vendue, aucune mesure d’audience par des tiers.
visitor-platform-promise-3 = Nous faisons tourner les machines et nous ne lisons pas vos messages.
visitor-platform-promise-4 = Le logiciel est libre : vous pouvez l’installer chez vous, le lire et le faire vérifier.
visitor-platform-promise-5 = Rien ne se perd en silence. Une lettre qui ne part pas reste visible jusqu’à ce que ce soit réparé.

visitor-legal-title = Mentions légales
visitor-legal-publisher = Qui publie
visitor-legal-publisher-text = La personne qui représente légalement cette organisation est responsable de la publication.
visitor-legal-host = Qui héberge
visitor-legal-host-self = La même organisation exploite le service et ses serveurs.
visitor-legal-report = Signaler un contenu
visitor-legal-report-text = Un contenu illicite peut être signalé à l’organisation qui publie, par lettre ou par e-mail. Dites où il se trouve et pourquoi il pose problème : vous recevrez une réponse motivée.
visitor-legal-software = Le logiciel
visitor-legal-software-text = Maillon est un logiciel libre, distribué sous licence GNU Affero GPL, version 3 ou suivante. Chacun peut en demander le code source.
visitor-legal-font-text = La police Atkinson Hyperlegible Next est distribuée sous licence SIL Open Font. Les dessins sont les nôtres.

visitor-privacy-title = Vos données personnelles
visitor-privacy-lead = Le moins possible, le moins longtemps possible, et jamais pour autre chose que l’entraide.
visitor-privacy-who = Qui en répond
visitor-privacy-who-text = { $organisation } est responsable de vos données dans cette communauté. Les autres communautés de l’installation n’y ont pas accès.
visitor-privacy-what = Ce que nous gardons
visitor-privacy-while-here = Tant que vous êtes membre ; ensuite, effacé à votre demande
visitor-privacy-address = Votre adresse e-mail
visitor-privacy-address-why = Vous reconnaître quand vous vous connectez, vous envoyer les lettres choisies. Les autres membres ne la voient pas.
visitor-privacy-profile = Nom, commune, quelques mots sur vous
visitor-privacy-profile-why = Que l’on sache à qui l’on parle.
visitor-privacy-ties = Qui parraine qui, et la phrase qui l’accompagne
visitor-privacy-ties-why = Décider qui entre, expliquer comment deux personnes sont liées.
visitor-privacy-ties-long = Tant que la communauté existe, sous un simple numéro si vous demandez l’effacement
visitor-privacy-content = Annonces et messages
visitor-privacy-content-why = L’entraide elle-même. Un message n’est lu que par les deux personnes qui s’écrivent.
visitor-privacy-content-long = Une annonce vit le temps fixé, puis se ferme. Un message reste pour les deux personnes.
visitor-privacy-sign-in = Demandes de connexion
visitor-privacy-sign-in-why = Un lien et un code, valables { $minutes } minutes, dont nous ne gardons qu’une empreinte.
visitor-privacy-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
visitor-privacy-session = Appareils connectés
visitor-privacy-session-why = Vous éviter de vous reconnecter à chaque fois : { $most } jours au plus, { $idle } sans visite.
visitor-privacy-session-long = { $n ->
    [one] { $n } jour après la fin
   *[other] { $n } jours après la fin
}
visitor-privacy-seen = Qui voit quoi
visitor-privacy-seen-text = Les membres voient votre nom, votre commune et ce que vous publiez. L’équipe voit aussi où en est votre entrée. Un refus de parrainage n’est montré à personne.
visitor-privacy-not = Ce que nous ne faisons pas
visitor-privacy-not-text = Ni publicité, ni revente, ni profilage, ni copie de votre carnet d’adresses. Aucune page ne charge quoi que ce soit d’un autre site.
visitor-privacy-cookies = Les cookies
visitor-privacy-cookies-text = Quatre au plus, tous nécessaires : votre connexion, votre navigateur pendant que vous vous connectez, votre langue, et le petit mot qui confirme ce que vous venez de faire. Aucun ne vous suit ailleurs : il n’y a donc rien à accepter.
visitor-privacy-rights = Vos droits
visitor-privacy-rights-text = Vous pouvez consulter, corriger, emporter ou faire effacer ce qui vous concerne, et quitter la communauté quand vous voulez depuis votre espace.
visitor-privacy-write = Écrivez-nous :
visitor-privacy-write-post = Écrivez à { $organisation }, { $address }.
visitor-privacy-authority = Une réponse qui ne vous convient pas ? Vous pouvez saisir la CNIL, ou l’autorité de protection des données de votre pays.

visitor-accessibility-title = Accessibilité
visitor-accessibility-lead = { $organisation } veut que chacun puisse entrer ici, quels que soient son âge, son appareil ou sa façon de lire.
visitor-accessibility-state = Où nous en sommes
visitor-accessibility-state-text = Aucun audit complet du RGAA 4.1 n’a encore été mené par une personne extérieure. Nous ne déclarons donc pas encore de taux de conformité : au sens du référentiel, ce site est « non conforme » jusqu’à cet audit.
visitor-accessibility-done = Ce qui est fait
visitor-accessibility-done-1 = Tout fonctionne au clavier et sans JavaScript (les clés d’accès seules en demandent, et une lettre les remplace), et s’affiche dès 320 pixels de large.
visitor-accessibility-done-2 = Les contrastes sont calculés pour toutes les couleurs, de jour comme de nuit : 4,5 pour 1 au moins pour les textes.
visitor-accessibility-done-3 = Chaque champ porte son nom, chaque erreur dit quoi faire, et ce que vous avez écrit reste.
visitor-accessibility-done-4 = Chaque page est contrôlée par un outil automatique avant d’être livrée.
visitor-accessibility-open = Ce qui reste à faire
visitor-accessibility-open-text = L’audit extérieur, et des essais avec des personnes qui utilisent un lecteur d’écran au quotidien.
visitor-accessibility-tell = Quelque chose vous bloque ?
visitor-accessibility-tell-text = Dites-nous sur quelle page et ce que vous vouliez faire. Nous vous aidons à le faire autrement, puis nous réparons.
visitor-accessibility-recourse = Et si nous ne répondons pas
visitor-accessibility-recourse-text = Vous pouvez vous adresser au Défenseur des droits : par son formulaire, auprès de l’un de ses délégués, ou par courrier gratuit, sans timbre, au Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
