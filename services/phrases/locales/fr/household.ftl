# Qui partage un foyer : alors leurs paroles n’en font qu’une.

household-title = Mon foyer
household-lead = Deux personnes qui vivent ensemble ne sont qu’une seule voix quand quelqu’un doit entrer. Dites avec qui vous vivez.
household-none = Vous n’avez dit vivre avec personne ici.
household-how = Votre propre place n’en change pas. Vous deux et l’équipe êtes seuls à voir cette page. Qui vous parrainez tous les deux lira que deux de ses parrains vivent ensemble, et peut deviner lesquels.
household-find = Trouver la personne avec qui vous vivez
household-state-asked = Vous l’avez dit. { $name } n’a pas encore répondu.
household-state-asks = { $name } dit que vous vivez ensemble.
household-state-looked = Vous l’avez dit tous les deux. Beaucoup de personnes sont concernées : l’équipe regarde d’abord.
household-state-counts = Vos paroles n’en font qu’une.
household-state-ending = Vos paroles n’en font qu’une jusqu’au { $day }, sauf objection de l’équipe.
household-entered = Inscrit par l’équipe :
household-agree = Oui, je vis avec { $name }
household-deny = Non, pas avec { $name }
household-take-back = Retirer ce que j’ai dit de { $name }
household-end = Je ne vis plus avec { $name }
household-end-text = L’équipe sera prévenue et pourra s’y opposer. Vos paroles n’en font qu’une pendant deux semaines encore.
household-end-yes = Oui, prévenir l’équipe pour { $name } et moi
household-say-link = Nous vivons ensemble
household-say-title = Vous et { $name } vivez ensemble ?
household-say-lead = La question sera posée à { $name }. Quand vous l’aurez dit tous les deux, vos paroles n’en feront qu’une.
household-say-what = Si vous parrainez tous les deux quelqu’un, c’est un parrainage et non deux. Les personnes que vous avez parrainées auront peut-être besoin d’une autre parole ; elles auraient des semaines pour la trouver.
household-say-yes = Demander à { $name }
household-is-said = C’est dit. La question est posée à l’autre personne.
household-is-agreed = C’est noté : vos paroles n’en font qu’une.
household-is-looked = C’est noté. Beaucoup de personnes sont concernées : l’équipe regarde d’abord.
household-is-denied = C’est noté : ce n’est pas le cas.
household-is-ending = L’équipe est prévenue.
household-desk-link = Foyer
household-desk-title = Avec qui vit { $name }
household-desk-lead = Les personnes d’un même foyer ne sont qu’une seule voix. Elles deux et l’équipe sont seules à le voir.
household-desk-nobody = Personne n’est dit vivre avec cette personne.
household-desk-asked = L’une des deux l’a dit ; l’autre n’a pas répondu.
household-desk-looked = C’est dit, mais beaucoup de personnes sont concernées : quelqu’un de l’équipe doit l’inscrire.
household-desk-counts = Leurs paroles n’en font qu’une.
household-desk-ending = L’une des deux dit que c’est fini. Leurs paroles n’en font qu’une jusqu’au { $day }, sauf objection de votre part.
household-desk-look = Voir ce que cela change avec { $name }
household-keep = S’opposer : toujours avec { $name }
household-enter-title = Inscrire que deux personnes vivent ensemble
household-enter-text = Quand deux comptes se révèlent être d’un même foyer. Les deux liront pourquoi.
household-with = L’autre personne
household-with-hint = L’adresse de sa page, copiée depuis votre navigateur.
household-with-unknown = Ce n’est pas l’adresse de la page de quelqu’un.
household-effects-title = Si { $name } et cette personne ne comptent qu’une fois
household-effects-none = La place de personne ne changerait.
household-effects-some = { $n ->
    [one] Une personne dépendrait de trop peu de paroles. Sa place serait réexaminée.
   *[other] { $n } personnes dépendraient de trop peu de paroles. Leurs places seraient réexaminées.
}
household-unclear = La recherche n’a pas pu conclure pour ces personnes :
household-two = Tant de personnes sont touchées qu’une deuxième personne de l’équipe doit l’inscrire aussi.
household-reason-hint = Les deux liront ces mots. Ils restent au journal.
household-enter = Inscrire la vie commune avec { $name }
household-is-entered = Inscrit. Les deux personnes savent pourquoi.
household-is-proposed = C’est noté. Une deuxième personne de l’équipe doit l’inscrire aussi.
household-is-kept = Leurs paroles n’en font toujours qu’une. Les deux personnes savent pourquoi.
household-sample-reason = Elles nous ont dit toutes les deux, à la fête d’été, partager un appartement.
