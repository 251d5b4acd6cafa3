# Les demandes urgentes.

urgent-title = Est-ce urgent ?
urgent-ask = Pour quand vous le faut-il ?
urgent-hint = Si c’est urgent, les personnes proches qui proposent ce qu’il vous faut reçoivent aussitôt une lettre. Deux demandes en sept jours peuvent être urgentes.
urgent-no = Cela peut attendre
urgent-today = Aujourd’hui
urgent-tomorrow = D’ici demain soir
urgent-three-days = D’ici trois jours

urgent-tag-today = Urgent : aujourd’hui
urgent-tag-tomorrow = Urgent : d’ici demain
urgent-tag-day = Urgent : d’ici { $day }

urgent-mine = Les personnes proches qui proposent cela reçoivent une lettre. Ensuite, votre demande continue comme les autres.
urgent-mark = Signaler comme urgente
urgent-choose = Choisissez pour quand il vous le faut.
urgent-marked = Votre demande est signalée comme urgente.
urgent-end = Finalement, cela peut attendre
urgent-ended = Votre demande n’est plus urgente.

# L’équipe retire la mention.
urgent-office = Retirer la mention « urgente »
urgent-office-reason = Pourquoi
urgent-office-hint = La personne qui a publié la demande lira vos mots. Sa demande continue comme les autres.
urgent-office-end = Ce n’est pas urgent
urgent-taken-off = La demande n’est plus signalée comme urgente. La personne lira pourquoi.
urgent-taken-title = L’équipe a retiré la mention « urgente »
urgent-taken-text = Votre demande continue comme les autres. L’équipe dit pourquoi :
urgent-sample-reason = Cela peut attendre la semaine prochaine : gardons ce mot pour ce qui ne peut pas attendre.
urgent-taken-why = L’équipe a retiré la mention « urgente » : { $reason }
