# La carte des annonces.

map-title = Les annonces sur une carte
map-to-map = Voir sur une carte
map-to-list = Voir la liste
map-filters = Changer les filtres
map-words = Avec les mots : { $words }
map-past = Passer la carte
map-drawing = Carte des communes où il y a des annonces
map-live = Carte des annonces. Les flèches la déplacent, plus et moins changent l’échelle.
map-nearer = Plus près
map-further = Plus loin
map-whole = Tout voir
map-close = Fermer
map-towns = Communes
map-in-view = Communes visibles sur la carte :
map-circle = { $place } : { $count }
map-and-around = { $n ->
    [one] { $place } et une commune autour
   *[other] { $place } et { $n } communes autour
}
map-count = { $n ->
    [one] 1 annonce
   *[other] { $n } annonces
}
map-several = { $listings } annonces dans { $towns } communes
map-part = Il y a trop d’annonces pour une carte : seule une partie y figure. Filtrez pour les voir toutes.
map-placeless = Une annonce est placée dans la commune que son auteur y écrit, jamais chez lui. Celles dont la commune n’est pas certaine ne sont que dans la liste.
map-none-title = Rien à montrer sur une carte
map-none-text = Aucune annonce trouvée ne nomme une commune que nous connaissons. La liste en montre peut-être.
map-sources = Contours : Natural Earth. Communes : GeoNames (CC BY 4.0) ; en France INSEE, La Poste, Etalab (Licence Ouverte). Carte : Leaflet.
map-tiles = Le fond vient de { $host }, qui voit quelle région vous regardez.
