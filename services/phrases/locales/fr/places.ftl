# Où quelqu’un habite et travaille.

places-title = Où j’habite et travaille
places-lead = Pour trouver ce qui est près de chez vous, ou de votre travail. Personne d’autre ne le voit : les autres ne lisent que la commune que vous écrivez dans votre profil et vos annonces.
places-home = Où j’habite
places-work = Où je travaille, ou passe mes journées
places-hint = Une ville ou un code postal : « Corbigny », « 58800 », « Lima ».
places-which = Lequel, « { $typed } » ?
places-saved = C’est noté. Votre liste peut commencer par ce qui est près.
places-sources = Les noms et les lieux viennent de GeoNames (geonames.org, CC BY 4.0) et, en France, de l’INSEE, de La Poste et d’Etalab (Licence Ouverte). Nous les avons réunis et arrondis.
