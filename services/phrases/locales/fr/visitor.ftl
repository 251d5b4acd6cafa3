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
visitor-privacy-content-long = Une annonce vit le temps fixé, puis se ferme. Un brouillon reste trente jours, vu de vous seul. Un message reste pour les deux personnes.
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

visitor-accessibility-title = Déclaration d’accessibilité
visitor-accessibility-lead = { $organisation } veut que chacun puisse entrer ici, quels que soient son âge, son appareil ou sa façon de lire.
visitor-accessibility-law = Cette déclaration suit l’article 47 de la loi n° 2005-102 du 11 février 2005. Elle vaut pour { $community }.
visitor-accessibility-state = État de conformité
visitor-accessibility-level-none = { $community } est non conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA, version 4.1.2) : il n’existe pas encore d’audit complet. C’est le mot que la loi veut alors ; il ne dit pas que rien n’est accessible.
visitor-accessibility-level-part = { $community } est partiellement conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA, version 4.1.2).
visitor-accessibility-level-full = { $community } est totalement conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA, version 4.1.2).
visitor-accessibility-results = Résultat des tests
visitor-accessibility-results-text = Les auteurs du logiciel ont relu ses pages au regard des 106 critères. La dernière réponse est du { $day }.
visitor-accessibility-held = { $held } critères sont respectés sur les { $judged } qui s’appliquent et que nous avons pu juger, soit { $share } %.
visitor-accessibility-missed = { $n ->
    [one] { $n } critère n’est pas respecté : { $which }.
   *[other] { $n } critères ne sont pas respectés : { $which }.
}
visitor-accessibility-unjudged = { $n ->
    [one] { $n } critère attend une personne qui se sert d’un lecteur d’écran : { $which }. Nous ne l’avons pas jugé.
   *[other] { $n } critères attendent une personne qui se sert d’un lecteur d’écran : { $which }. Nous ne les avons pas jugés.
}
visitor-accessibility-absent = { $n ->
    [one] { $n } critère ne s’applique pas.
   *[other] { $n } critères ne s’appliquent pas : il n’y a ici ni vidéo, ni son, ni cadre, ni image à déchiffrer.
}
visitor-accessibility-open = Contenus non accessibles
visitor-accessibility-open-none = Nous n’en connaissons pas, parmi ce que nous avons pu juger.
visitor-accessibility-not-8-7 = La charte, le mot d’accueil et les catégories sont écrits dans une seule langue. Sur les pages de l’autre langue, rien ne le dit aux synthèses vocales. (Critère 8.7)
visitor-accessibility-not-13-1 = Les pages de l’équipe se ferment après trente minutes sans visite, sans prévenir : c’est une protection. Il suffit de se reconnecter. (Critère 13.1)
visitor-accessibility-waived = Dérogations et contenus exemptés
visitor-accessibility-waived-text = Aucune dérogation n’est demandée. Ce que les membres écrivent et photographient ne dépend pas de l’organisation ; chaque photo peut recevoir une description.
visitor-accessibility-done = Ce qui est fait
visitor-accessibility-done-1 = Tout fonctionne au clavier et sans JavaScript (les clés d’accès seules en demandent, et une lettre les remplace), et s’affiche dès 320 pixels de large.
visitor-accessibility-done-2 = Les contrastes sont calculés pour toutes les couleurs, de jour comme de nuit : 4,5 pour 1 au moins pour les textes.
visitor-accessibility-done-3 = Chaque champ porte son nom, chaque erreur dit quoi faire, et ce que vous avez écrit reste.
visitor-accessibility-done-4 = Chaque page est contrôlée par un outil automatique avant d’être livrée.
visitor-accessibility-made = Comment nous avons regardé
visitor-accessibility-made-with = Technologies
visitor-accessibility-made-with-text = HTML, CSS et SVG. JavaScript à trois endroits seulement : la carte, les clés d’accès et la saisie d’une commune.
visitor-accessibility-tools = Outils
visitor-accessibility-tools-text = axe-core sur toutes les pages ; nos essais au clavier, sans JavaScript, agrandis quatre fois, avec des lettres espacées et des couleurs imposées ; la lecture du code.
visitor-accessibility-agents = Environnement
visitor-accessibility-agents-text = Chromium. Aucun lecteur d’écran n’a encore été essayé.
visitor-accessibility-sample = Pages
visitor-accessibility-sample-text = Accueil, aide et plan du site, mentions légales, cette déclaration, connexion ; entrer, demander, répondre et publier, du début à la fin ; d’autres pages tirées selon une règle fixe.
visitor-accessibility-tell = Quelque chose vous bloque ?
visitor-accessibility-tell-text = Dites-nous sur quelle page et ce que vous vouliez faire. Nous vous aidons à le faire autrement, puis nous réparons.
visitor-accessibility-recourse = Et si nous ne répondons pas
visitor-accessibility-recourse-text = Vous nous avez dit ce qui vous bloque et n’avez pas reçu de réponse qui vous convient ? Vous pouvez saisir le Défenseur des droits :
visitor-accessibility-recourse-form = par le formulaire de son site, defenseurdesdroits.fr ;
visitor-accessibility-recourse-person = auprès d’un délégué près de chez vous ;
visitor-accessibility-recourse-post = par courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

visitor-help-title = Aide et plan du site
visitor-help-lead = À qui écrire, ce que l’on nous demande souvent, et toutes les pages.
visitor-help-write = Écrire à quelqu’un
visitor-help-write-text = Dites sur quelle page vous étiez et ce que vous vouliez faire. Une personne vous répondra.
visitor-help-asked = On nous demande souvent
visitor-help-letter = Ma lettre de connexion n’arrive pas
visitor-help-letter-text = Regardez dans le dossier « Indésirables » ou « Spam », et vérifiez l’adresse que vous avez donnée. Vous pouvez en demander une autre.
visitor-help-password = Quel est mon mot de passe ?
visitor-help-password-text = Vous n’en avez pas. À chaque connexion, nous vous écrivons une lettre avec un lien et six chiffres.
visitor-help-device = La lettre s’ouvre sur un autre appareil
visitor-help-device-text = Recopiez ou collez ses six chiffres là où vous vouliez entrer.
visitor-help-map = Toutes les pages
visitor-help-here = Ici
visitor-help-helping = S’entraider
visitor-help-publish = Publier une annonce
visitor-help-people = Les personnes
visitor-help-mine = Ce qui est à moi
visitor-help-team = L’équipe
visitor-help-service = Le service
