# Une phrase par code de refus : refusal-<code en minuscules, tirets>.

refusal-other = Cela n’a pas pu être accepté.
refusal-not-found = Nous ne trouvons pas cela.
refusal-forbidden = Vous ne pouvez pas faire cela.
refusal-fault = Quelque chose s’est cassé chez nous. Réessayez dans une minute.
refusal-too-many = Un peu trop souvent. Attendez quelques minutes, puis essayez encore.
refusal-address-invalid = Une adresse ressemble à prenom@exemple.fr. Vérifiez ce qui entoure l’arobase.
refusal-page-gone = Cette page est restée ouverte trop longtemps. Recommencez depuis le début.
