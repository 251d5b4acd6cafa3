# Le partage équitable : qui a beaucoup reçu ces derniers temps laisse les autres répondre d’abord.

fairness-title = Partager équitablement
fairness-lead = Ici, qui a reçu beaucoup de choses ces derniers temps laisse passer les autres pendant quelques heures. Ce n’est pas un reproche : c’est ainsi que chacun a son tour.
fairness-none = Cette communauté n’a pas de règle sur qui passe en premier : chacun peut répondre tout de suite à toutes les offres.
fairness-stand = Où vous en êtes
fairness-received = { $n ->
    [0] Vous n’avez rien reçu ces trente derniers jours
    [one] Vous avez reçu une chose ces trente derniers jours
   *[other] Vous avez reçu { $n } choses ces trente derniers jours
}
fairness-free = Vous pouvez répondre à toutes les offres dès leur publication.
fairness-waits = Pendant les { $hours } premières heures d’une offre de chose, les autres peuvent répondre d’abord ; ensuite c’est aussi votre tour. Si vous ne recevez rien d’autre, cela prend fin le { $day }.
fairness-private = Personne d’autre que vous ne le voit. Nul n’apprend combien vous avez reçu : ni qui propose quelque chose, ni l’équipe.
fairness-rule = La règle
fairness-rule-wait = { $n ->
    [one] Qui a reçu une chose ces trente derniers jours peut répondre à une nouvelle offre de chose { $hours } heures après les autres.
   *[other] Qui a reçu { $n } choses ou plus ces trente derniers jours peut répondre à une nouvelle offre de chose { $hours } heures après les autres.
}
fairness-rule-told = Quand une nouvelle offre répond à plusieurs demandes, les personnes qui n’ont rien reçu récemment sont prévenues d’abord ; celles qui ont atteint le nombre ci-dessus la trouvent sur leur page et dans la lettre suivante.
fairness-rule-free = Elle vaut pour les choses données ou prêtées. Les coups de main, les savoir-faire, les sorties et les conversations déjà commencées restent ouverts à tous, tout de suite, et tout ce que vous demandez aussi.
fairness-rule-end = Ce qui a été reçu il y a plus de trente jours ne compte plus.
fairness-counted = Ce qui est compté
fairness-counted-text = Les offres closes en indiquant que vous en avez profité, vos demandes qui ont abouti, et celles que quelqu’un a faites pour vous. Ce qui s’est arrangé sans que personne le dise n’est pas compté.
fairness-to-listings = Vers les annonces
fairness-note = Vous avez reçu plusieurs choses ces derniers temps : les autres peuvent d’abord répondre à { $name }. Votre tour vient à partir du { $when }.
fairness-note-why = Pourquoi, et où j’en suis
