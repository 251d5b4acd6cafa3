# Où quelqu’un habite et travaille.

places-title = Où j’habite et travaille
places-lead = Pour trouver ce qui est près de chez vous, ou de votre travail. Personne d’autre ne le voit : les autres ne lisent que la commune que vous écrivez dans votre profil et vos annonces.
places-home = Où j’habite
places-work = Où je travaille, ou passe mes journées
places-hint = Une ville ou un code postal : « Corbigny », « 58800 », « Lima ».
places-home-street = Dans quelle rue
places-work-street = Dans quelle rue je travaille
places-street-hint = Pour mesurer les distances de plus près. Nous demandons où est cette rue à { $host }, qui apprend ce que vous tapez et ne sait pas qui vous êtes. Nous ne gardons pas l’adresse, seulement un point à 500 mètres près.
places-narrowed = Nous connaissons l’endroit à 500 mètres près. Laissez la rue vide pour le garder.
places-forget = Oublier l’endroit, garder la commune
places-which = Lequel, « { $typed } » ?
places-offered = Communes proposées
places-offered-one = Une commune proposée. Flèche vers le bas ou balayage pour l’atteindre.
places-offered-several = { $n } communes proposées. Flèches ou balayage pour les parcourir.
places-offered-none = Aucune commune trouvée. Vous pouvez continuer à écrire.
places-saved = C’est noté. Votre liste peut commencer par ce qui est près.
places-sources = Les noms et les lieux viennent de GeoNames (geonames.org, CC BY 4.0) et, en France, de l’INSEE, de La Poste et d’Etalab (Licence Ouverte). Nous les avons réunis et arrondis.
