# Comment deux personnes sont liées : les chaînes de parrainages, en dessin et en mots.

linkage-you = Vous
linkage-somebody = quelqu’un
linkage-none = Aucune chaîne de parrainages ne vous relie encore à { $name }. Cela ne dit rien de mal : vos cercles ne se sont pas encore croisés.
linkage-summary = { $n ->
    [one] Une chaîne de parrainages vous relie à { $name }.
    [3] Au moins { $n } chaînes vous relient à { $name } : elles n’ont personne en commun.
   *[other] { $n } chaînes vous relient à { $name } : elles n’ont personne en commun.
}
linkage-reading = Chaque flèche va de qui parraine vers qui est parrainé.
linkage-hidden = Le point d’interrogation, c’est quelqu’un que vous connaissez peut-être : seuls sont nommés ceux qui l’ont accepté.
linkage-directly = Directement.
linkage-through = Par { $names }.
linkage-you-vouch = Vous parrainez { $to }.
linkage-vouches-for-you = { $from } vous parraine.
linkage-you-mutual = Vous et { $to } vous parrainez mutuellement.
linkage-vouches = { $from } parraine { $to }.
linkage-mutual = { $from } et { $to } se parrainent mutuellement.
linkage-shorter = La plus courte est une autre chaîne, qui a quelqu’un en commun avec celles-ci. { $steps }
linkage-capped = Il y en a peut-être d’autres : la recherche s’est arrêtée, tant il y a de monde autour de vous.
linkage-tag-strong = Lien fort
linkage-tag-good = Bon lien
linkage-tag-thin = Lien ténu
linkage-tag-faint = Lien lointain
linkage-common-sponsors = Vous parrainent tous les deux : { $names }.
linkage-common-sponsored = Vous parrainez tous les deux { $names }.
linkage-people = { $n ->
    [one] une personne
   *[other] { $n } personnes
}
linkage-others = { $n ->
    [one] une autre personne
   *[other] { $n } autres
}
linkage-band-new = { $name } est membre depuis moins d’un an.
linkage-band-settled = { $name } est membre depuis plus d’un an.
linkage-band-old = { $name } est membre depuis plus de trois ans.
linkage-sponsored = { $n ->
    [one] { $name } parraine une personne présente ici
   *[other] { $name } parraine { $n } personnes présentes ici
} ; depuis un an ou plus : { $lasted }.
linkage-solid = Solide : { $n ->
    [one] une chaîne mène des fondateurs à { $name }.
   *[other] { $n } chaînes sans personne en commun mènent des fondateurs à { $name }.
}
linkage-unnamed = Vous-même n’êtes nommé à personne sur ces chaînes.
linkage-unnamed-change = Accepter d’être nommé
linkage-later-title = Pas tout de suite
linkage-later-text = Vous avez regardé comment vous êtes lié à un très grand nombre de personnes. Revenez dans un moment.
