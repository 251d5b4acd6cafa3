# Ce qui va avec les annonces du lecteur, et pourquoi.

matches-title = Pour vous
matches-lead = Des annonces qui vont avec les vôtres. Nous disons chaque fois pourquoi.
matches-found = Ce que nous avons trouvé
matches-empty-title = Rien qui aille avec vos annonces en ce moment
matches-empty-text = Dites ce qu’il vous faut, ou ce que vous pouvez donner : dès que quelqu’un propose ou demande la même chose, vous le saurez.
matches-for-this = Ce qui va avec cette annonce
matches-because-offered = Parce que vous proposez « { $title } ».
matches-because-offered-words = Parce que vous proposez « { $title } » ({ $words }).
matches-because-asked = Parce que vous demandez « { $title } ».
matches-because-asked-words = Parce que vous demandez « { $title } » ({ $words }).
matches-near = { $km ->
    [one] À un kilomètre environ
   *[other] À { $km } kilomètres
}
matches-same-town = Dans la même commune
matches-same-time = Aux mêmes dates
matches-same-category = Dans la même catégorie
matches-common-sponsor = La même personne s’est portée garante pour vous deux
matches-trusted = Vous êtes bien liés
matches-fresh = Tout récent
matches-dismiss = Ne m’intéresse pas
matches-dismissed = C’est noté. Nous ne la proposerons plus, et moins souvent celles qui lui ressemblent.
