# Comment deux personnes sont liées : les chaînes de parrainages, en dessin et en mots.

linkage-you = Vous
linkage-somebody = quelqu’un
linkage-none = Aucune chaîne de parrainages ne vous relie encore à { $name }. Cela ne dit rien de mal : vos cercles ne se sont pas encore croisés.
linkage-summary = { $n ->
    [one] Une chaîne de parrainages vous relie à { $name }.
   *[other] { $n } chaînes vous relient à { $name } : elles n’ont personne en commun.
}
linkage-reading = Chaque flèche va de qui parraine vers qui est parrainé.
linkage-hidden = Le point d’interrogation, c’est quelqu’un qui n’est pas nommé ici.
linkage-directly = Directement.
linkage-through = Par { $names }.
linkage-you-vouch = Vous parrainez { $to }.
linkage-vouches-for-you = { $from } vous parraine.
linkage-you-mutual = Vous et { $to } vous parrainez mutuellement.
linkage-vouches = { $from } parraine { $to }.
linkage-mutual = { $from } et { $to } se parrainent mutuellement.
linkage-more = En tout, { $n } chaînes vous relient sans passer par les mêmes personnes.
linkage-tag-direct = Lien direct
linkage-tag-one = Un lien
linkage-tag-several = Bon lien
