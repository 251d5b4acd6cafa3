# The map of listings.

map-title = Listings on a map
map-to-map = See on a map
map-to-list = See the list
map-filters = Change filters
map-words = With the words: { $words }
map-past = Skip the map
map-drawing = Map of the towns where there are listings
map-live = Map of listings. Arrow keys move it, plus and minus change its scale.
map-nearer = Closer
map-further = Further away
map-whole = See everything
map-close = Close
map-towns = Towns
map-in-view = Towns in view on the map:
map-circle = { $place }: { $count }
map-and-around = { $n ->
    [one] { $place } and one town around
   *[other] { $place } and { $n } towns around
}
map-count = { $n ->
    [one] 1 listing
   *[other] { $n } listings
}
map-several = { $listings } listings in { $towns } towns
map-part = There are too many listings for a map: it shows a part of them. Filter to see them all.
map-placeless = A listing stands in the town that its author wrote in it, never at their home. Those whose town is not certain are only in the list.
map-none-title = Nothing to show on a map
map-none-text = No listing that was found names a town that we know. The list may show some.
map-sources = Outlines: Natural Earth. Towns: GeoNames (CC BY 4.0); in France INSEE, La Poste, Etalab (Licence Ouverte). Map: Leaflet.
map-tiles = The background comes from { $host }, which sees what region you look at.
