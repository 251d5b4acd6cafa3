# La page d’accueil de la plateforme.

landing-title = Lancez votre communauté d’entraide, à vos couleurs.
landing-lead = On y entre parrainé par quelqu’un qui vous connaît. On y demande, on y propose, on s’écrit. Associations, mairies, départements, réseaux : chacun la sienne, prête en cinq minutes.
landing-launch = Lancer ma communauté
landing-see-models = Voir les modèles
landing-note = Logiciel libre, sans publicité et sans engagement.
landing-how = Comment ça se passe
landing-how-lead = Cinq courtes étapes. Tout se change plus tard.
landing-how-1 = Vous décrivez
landing-how-1-text = Votre organisation, un nom, deux couleurs. Nous calculons des textes lisibles pour tous.
landing-how-2 = Vous choisissez qui entre
landing-how-2-text = Parrainé par des membres, ou accueilli par votre équipe. La règle est écrite, chaque décision la cite.
landing-how-3 = Vous invitez les premiers
landing-how-3-text = Vos fondateurs reçoivent leur lettre tout de suite, et la chaîne commence.
landing-models = Deux modèles pour commencer
landing-choose = Commencer avec ce modèle
landing-why = Pourquoi Maillon
landing-why-lead = La confiance se construit de proche en proche, et elle s’explique.
landing-why-charter = Nos engagements
landing-why-1 = On sait par qui l’on est lié à chacun.
landing-why-2 = De faux comptes qui se parrainent entre eux n’ouvrent pas la porte.
landing-why-3 = Une salle d’attente qui se vide, avec des rappels et des délais.
landing-why-4 = Des lettres utiles, à votre nom, que l’on arrête d’un clic.
landing-why-5 = Utilisable par tous : au clavier, sur un vieux téléphone, sans JavaScript.
landing-mine = Mes communautés
