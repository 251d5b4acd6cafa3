# Comment on entre : la règle, les raisons, les preuves (décision 0015), pour qui veut lire.

how-title = Comment on entre ici
how-lead = Les membres répondent des nouveaux venus. Voici ce qui est demandé et pourquoi, de quoi cela protège, et de quoi non.
how-rule-title = La règle d’ici
how-rule-team = Ici, l’équipe accueille elle-même chaque nouveau venu, et chaque décision est inscrite au journal. Ce qui suit explique comment cela marche là où les membres décident.
how-rule-sponsors = { $n ->
    [one] Un membre parraine chaque nouveau venu.
   *[other] { $n } membres parrainent chaque nouveau venu.
}
how-rule-small = Tant que la communauté est petite, la moitié de ses membres suffit.
how-rule-paths = { $n ->
    [one] Une chaîne de parrainages doit mener des fondateurs au nouveau venu
   *[other] { $n } chaînes de parrainages, sans personne en commun, doivent mener des fondateurs au nouveau venu
} ; on le demande à partir de { $roots } personnes fondatrices, car moins ne peuvent pas porter tout le monde.
how-rule-words = On peut parrainer après { $days } jours ici, { $n } fois par an pour commencer, { $first } la première année. Qui a parrainé des personnes qui sont restées peut le faire plus souvent.
how-rule-cooling = { $n } heures passent entre le premier parrainage et l’entrée : le temps d’y réfléchir.
how-why-title = Pourquoi des chaînes, et pas un nombre d’amis
how-why-1 = Trois personnes parrainent Ève. Très bien, sauf si toutes les trois ne sont ici que grâce à Bruno : alors c’est trois fois la parole de Bruno.
how-why-2 = Nous ne demandons donc pas « combien d’amis ? » mais « combien de personnes devraient se tromper, ou mentir, pour qu’Ève n’ait aucun chemin honnête ? »
how-why-3 = Dessinez les chaînes des fondateurs à Ève. Si l’on peut en dessiner trois sans personne en commun, trois personnes distinctes devraient faillir. Si chaque chaîne passe par Bruno, une seule suffit.
how-buys-title = De quoi cela protège
how-buys-1 = Là où trois chaînes sont demandées, deux tricheurs ne font entrer personne : autant de faux comptes qu’ils fassent, toute chaîne vers l’un d’eux passe par eux deux.
how-buys-2 = Le ménage se fait de lui-même. Quand assez de ceux qui ont fait entrer de faux comptes sont découverts, tous ces comptes n’ont plus assez de chaînes, y compris ceux que personne ne soupçonnait. Un nombre d’amis ne fait rien de tel : les faux comptes se parrainent entre eux.
how-buys-3 = De nombreux tricheurs ensemble sont ralentis, pas arrêtés : les parrainages sont comptés, chacun n’en fait entrer que peu.
how-here-title = Avec les nombres de cette communauté
how-here-door = { $n ->
    [0] Un seul membre malhonnête suffit pour faire entrer un faux compte.
    [one] Un seul membre malhonnête ne fait entrer aucun faux compte.
   *[other] { $n } membres malhonnêtes ensemble ne font entrer aucun faux compte.
}
how-here-quota = Au-delà, chacun d’eux fait entrer au plus { $n } faux comptes la première année, avec le nombre habituel de parrainages.
how-here-unbounded = Rien ne borne le nombre de faux comptes qui suivraient le premier : ils peuvent parrainer autant qu’il faut pour entrer.
how-not-title = Ce que cela ne fait pas
how-not-1 = Cela ne dit pas si une vraie personne est honnête.
how-not-2 = Les imprudents qui parrainent n’importe qui comptent comme des tricheurs.
how-not-3 = Qui nomme les fondateurs tient le pouvoir. C’est pourquoi on les montre, et tout changement est inscrit au journal.
how-not-4 = Le ménage est aussi une arme : qui fait exclure d’honnêtes gens peut en faire tomber d’autres. C’est pourquoi rien ne s’ensuit tout seul qu’un examen, avec le temps de trouver un autre parrain, et un acte qui touche beaucoup de monde demande deux modérateurs.
how-not-5 = Personne n’est exclu par un calcul. Quelqu’un décide, donne une raison, et l’on peut lui demander de regarder encore.
how-maths-title = En mathématiques
how-maths-words = Un graphe orienté, du parrain vers le membre. R sont les fondateurs. κ(x) est le plus grand nombre de chemins de R à x qui n’ont que x en commun. S sont les faux comptes, sans fondateur parmi eux ; C sont ceux hors de S qui ont parrainé quelqu’un de S : complices, comptes volés et imprudents ; c est leur nombre. k est le nombre de chemins demandés.
how-maths-menger = D’après K. Menger (1927), κ(x) est aussi le plus petit nombre de personnes, fondateurs compris et x excepté, qui se tiennent sur tous les chemins de R à x.
how-lemma-1-title = Lemme 1
how-lemma-1 = Si k parrains distincts de x sont fondateurs ou ont κ ≥ k, alors κ(x) ≥ k.
how-lemma-1-proof = Supposons que moins de k personnes, x non comprise, rencontrent tous les chemins de R à x ; appelons-les Z. L’un des k parrains, s, n’est pas dans Z. Si s est fondateur, le pas de s à x évite Z. Sinon κ(s) ≥ k dépasse la taille de Z, et un chemin de R à s évite Z ; s’il évite x, poursuivons jusqu’à x, et s’il rencontre x, arrêtons-nous là. Dans les deux cas un chemin vers x évite Z : contradiction.
how-lemma-1-so = Dans une communauté qui ne fait que grandir, demander k chaînes à l’entrée n’ajoute donc rien à demander k parrains. Cela compte quand des personnes s’en vont.
how-theorem-1-title = Théorème 1 (la porte)
how-theorem-1 = κ(s) ≤ c pour tout faux compte s.
how-theorem-1-proof = Un chemin venu de R, qui est hors de S, entre dans S par un pas dont le départ est dans C. C rencontre donc tous les chemins vers s, et le théorème de Menger dit le reste.
how-theorem-1-so = Si c est inférieur à k, aucun faux compte n’entre jamais, dans quelque ordre qu’ils essaient : le premier aurait besoin de κ ≥ k.
how-theorem-2-title = Théorème 2 (le ménage)
how-theorem-2 = Dès que moins de k personnes de C sont encore là, tout faux compte a κ < k.
how-theorem-2-proof = Les chemins qui restent entrent dans S par ceux de C qui restent : c’est le théorème 1 avec leur nombre.
how-theorem-2-so = Peu importe comment les faux comptes se parrainent entre eux, et qui l’on soupçonnait.
how-theorem-3-title = Théorème 3 (les parrainages comptés)
how-theorem-3 = Chacun de C donne au plus q parrainages dans toute fenêtre de W jours ; un faux compte au plus q₁, moins que k, avant d’avoir W jours. Jusque-là, le nombre de faux comptes au temps t est au plus c·q·(⌊t/W⌋ + 1) / (k − q₁).
how-theorem-3-proof = Chaque faux compte a coûté k parrainages. Ceux de C sont au plus c·q·(⌊t/W⌋ + 1), puisque ⌊t/W⌋ + 1 fenêtres couvrent ce temps ; ceux des X faux comptes, q₁·X. Donc k·X ≤ c·q·(⌊t/W⌋ + 1) + q₁·X.
how-theorem-3-so = Si chaque faux compte disposait de k parrainages, l’un paierait pour le suivant, sans fin. C’est pourquoi q₁ vaut k − 1.
how-limits-title = Limites
how-limits-1 = Quand k personnes de C ou plus s’entendent, seuls les retiennent les parrainages comptés, l’ancienneté, le rythme et l’attention de chacun.
how-limits-2 = « k chaînes distinctes d’au plus L pas » ne se calcule pas en un temps raisonnable à partir de cinq pas (A. Itai, Y. Perl, Y. Shiloach, 1982) : la distance et l’indépendance sont demandées séparément.
how-limits-3 = Une recherche trop longue ne fait entrer personne : quelqu’un regarde.
how-limits-4 = Avec peu de fondateurs, les chaînes sont montrées, pas demandées.
how-more = Tout le raisonnement, avec ses sources et les expériences, accompagne le logiciel (décision 15).
