# Informations officielles : ce que dit l’organisation, sans commentaires.

bulletin-title = Informations officielles
bulletin-lead = Ce qu’ont à dire celles et ceux qui portent cette communauté. Cela ne se commente pas ; écrivez-leur si vous avez une question.
bulletin-none = Rien n’a encore été annoncé
bulletin-none-text = Les informations officielles apparaîtront ici.
bulletin-by = { $organisation }, le { $day }.
bulletin-edited = Modifiée le { $day }.
bulletin-new-title = Écrire une information
bulletin-edit-title = Modifier l’information
bulletin-write-lead = Elle se lit au nom de l’organisation, par les membres et, si les règles le prévoient, par les personnes qui attendent d’entrer.
bulletin-field-title = Titre
bulletin-field-body = Texte
bulletin-field-body-hint = Une ligne vide sépare deux paragraphes.
bulletin-publish = Publier
bulletin-edit = Modifier
bulletin-take-down = Retirer
bulletin-written = L’information est publiée.
bulletin-changed = L’information est modifiée.
bulletin-taken-down = L’information est retirée.
bulletin-all = Toutes les informations officielles
bulletin-sample-title-1 = Mairie fermée vendredi
bulletin-sample-body-1 = L’accueil est fermé le vendredi 27 pour travaux. Les dossiers se déposent dans la boîte aux lettres, comme d’habitude.
bulletin-sample-title-2 = Aide pour le chauffage
bulletin-sample-body-2 = Le département prend en charge une partie de la facture de l’hiver. Le formulaire est à la mairie ; quelqu’un vous aide à le remplir le mardi.
bulletin-sample-end = Pour toute question : l’accueil, de 9 h à 12 h.
