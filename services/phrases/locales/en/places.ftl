# Where somebody lives and works.

places-title = Where I live and work
places-lead = So that you find what is near, from home or from work. Nobody else sees it: others read only the town you write in your profile and in your listings.
places-home = Where I live
places-work = Where I work, or am during the day
places-hint = A town or a postcode: “Corbigny”, “58800”, “Lima”.
places-home-street = In which street
places-work-street = In which street I work
places-street-hint = To measure distances more closely. We ask { $host } where this street is: it learns what you type, and not who you are. We do not keep the address, only a point about 500 metres off.
places-narrowed = We know the spot to about 500 metres. Leave the street empty to keep it.
places-forget = Forget the spot, keep the town
places-which = Which “{ $typed }”?
places-offered = Places offered
places-offered-one = One place offered. Down arrow, or swipe, to reach it.
places-offered-several = { $n } places offered. Arrow keys, or swipe, to go through them.
places-offered-none = No place found. You can go on typing.
places-saved = Noted. Your list can now begin with what is near.
places-sources = Names and places come from GeoNames (geonames.org, CC BY 4.0) and, in France, from INSEE, La Poste and Etalab (Licence Ouverte). We joined and rounded them.
