# Des demandes toutes prêtes, par modèle de communauté : un clic remplit le formulaire, que l’on modifie.

example-open = Commencer par un exemple
example-aside = Bon à savoir
example-lead = Touchez un exemple : il remplit le formulaire, et vous changez ce qu’il faut.
example-usual-hours = { $hours ->
    [one] Ici, une demande sur deux reçoit sa première réponse en une heure au plus.
   *[other] Ici, une demande sur deux reçoit sa première réponse en { $hours } heures au plus.
}
example-usual-days = Ici, une demande sur deux reçoit sa première réponse en { $days } jours au plus.

example-noisettes-1 = Un vélo pour dix jours
example-noisettes-1-text = Ma nièce vient en août et elle mesure 1 m 60. Je le rends graissé, et je le paie en Noisettes.
example-noisettes-2 = Relire mon CV
example-noisettes-2-text = Je cherche un poste en accueil. Une heure suffit, chez vous, chez moi ou au téléphone.
example-noisettes-3 = Faire mes courses cette semaine
example-noisettes-3-text = Je me suis foulé la cheville. La liste est courte, le magasin est à côté.
example-noisettes-4 = Aider mon fils en maths
example-noisettes-4-text = Il est en quatrième et bloque sur les fractions. Le mercredi après-midi lui conviendrait.
example-noisettes-5 = Des livres pour une petite de six ans
example-noisettes-5-text = Elle vient d’apprendre à lire et dévore tout. Contre des Noisettes, ou d’autres livres.

example-departement-1 = Un trajet jusqu’au marché, jeudi
example-departement-1-text = Je ne conduis plus. Je peux être au bord de la route dès 8 h 30, et nous rentrons quand vous voulez.
example-departement-2 = Quelqu’un pour tailler ma haie
example-departement-2-text = Elle fait vingt mètres et dépasse sur le chemin. J’ai l’échelle et le taille-haie.
example-departement-3 = Remplir une demande en ligne
example-departement-3-text = Il s’agit de ma carte grise, et je m’y perds. Une heure avec quelqu’un de patient me suffirait.
example-departement-4 = Une visite de temps en temps
example-departement-4-text = Mes enfants habitent loin. Un café, une partie de belote : le jeudi est toujours libre.
example-departement-5 = Une remorque pour samedi
example-departement-5-text = J’ai des branches à porter à la déchetterie. Deux heures suffisent, je la rends propre.

example-bourse-1 = Quelqu’un pour marcher le dimanche
example-bourse-1-text = Dix kilomètres tranquilles, autour d’Agen ou plus loin. J’apporte le thé.
example-bourse-2 = Apprendre à coudre un ourlet
example-bourse-2-text = J’ai la machine de ma tante et aucune idée de la canette. Près de chez moi ou près de mon travail.
example-bourse-3 = Une tente pour quatre
example-bourse-3-text = Du 10 au 17 juillet. Nous l’aérons et la séchons avant de la rendre.
example-bourse-4 = Parler espagnol une heure par semaine
example-bourse-4-text = Je me débrouille pour commander un café, pas plus. Entre midi et deux, ce serait parfait.
example-bourse-5 = Garder mon chat cinq jours
example-bourse-5-text = Il est calme et sort peu. Passer une fois par jour suffit.

example-reseau-1 = Qui a trouvé un trousseau de clés ?
example-reseau-1-text = Perdu hier entre la gare et la poste, avec un petit bouchon de liège. Faites passer, merci.
example-reseau-2 = Un vidéoprojecteur pour vendredi soir
example-reseau-2-text = C’est pour la fête de l’école. Rendu samedi avant midi.
example-reseau-3 = Un bon plombier qui vient vite
example-reseau-3-text = Notre chauffe-eau fuit. Qui en connaît un, ou connaît quelqu’un qui en connaît un ?
example-reseau-4 = Un stage de troisième, en décembre
example-reseau-4-text = Ma fille aime les animaux et le bois. Une semaine, dans un atelier ou un cabinet.
example-reseau-5 = Deux bras pour un canapé
example-reseau-5-text = Troisième étage, sans ascenseur, samedi à 10 h. Le petit déjeuner est offert.

example-confiance-1 = Quelqu’un pour garder nos enfants jeudi
example-confiance-1-text = Ils ont quatre et sept ans et se couchent à 20 h. De 19 h à 23 h, chez nous.
example-confiance-2 = Une chambre pour une étudiante
example-confiance-2-text = Ma nièce entre à l’université en septembre. Elle est calme et cuisine bien.
example-confiance-3 = Une perceuse pour un week-end
example-confiance-3-text = Trois étagères à poser. Je la rends lundi, avec une tarte.
example-confiance-4 = Une heure pour m’aider à trier des papiers
example-confiance-4-text = Je ne sais plus ce qu’il faut garder. À deux, ce serait vite fait.
example-confiance-5 = Arroser mes tomates en août
example-confiance-5-text = Deux semaines, un soir sur deux. Les tomates mûres sont pour vous.

example-expatries-1 = Quelle école pour un enfant de cinq ans ?
example-expatries-1-text = Nous arrivons en janvier et il ne parle que français. Vos avis et vos adresses nous aideraient.
example-expatries-2 = Faire reconnaître un diplôme
example-expatries-2-text = Je suis infirmière. Qui l’a fait dans ce pays, et par où faut-il commencer ?
example-expatries-3 = Un toit pour les deux premières semaines
example-expatries-3-text = Nous sommes trois et cherchons un appartement sur place. Nous participons aux frais.
example-expatries-4 = Rapporter un médicament de France
example-expatries-4-text = Il n’existe pas ici et tient dans une poche. J’ai l’ordonnance.
example-expatries-5 = Un café avec des gens qui sont là depuis longtemps
example-expatries-5-text = Je viens d’arriver et ne connais personne. Le samedi matin, où vous voulez.
