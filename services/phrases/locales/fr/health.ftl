# Comment se porte la communauté, pour ceux qui en prennent soin.

health-title = Comment tient la communauté
health-lead = Des chiffres pour prendre soin des gens. Aucun n’est un jugement sur quelqu’un.
health-trend = Membres avec assez de chaînes distinctes
health-sound = { $share } des membres ({ $part } sur { $whole }) ont { $need ->
    [one] une chaîne depuis les fondateurs.
   *[other] au moins { $need } chaînes depuis les fondateurs, sans personne en commun.
}
health-measured = Mesuré le { $when }, chaque nuit.
health-funnel = Qui a voulu entrer, en quatre-vingt-dix jours
health-waiting = en attente
health-asked = demandés
health-given = accordés
health-declined = refusés
health-unanswered = sans réponse
health-admitted = entrés
health-median = La moitié de ceux qui sont entrés ont attendu { $days } jours ou moins.
health-growth = Croissance
health-rho = Avec les règles et les départs d’aujourd’hui, un membre fait entrer { $rho } nouveaux venus durant toute son adhésion. En dessous de 1, la communauté se vide.
health-rho-unknown = Personne n’est parti depuis un an : on ne peut pas dire combien de nouveaux venus un membre fait entrer tant qu’il est là.
health-founders = Les fondateurs, et ce que coûterait la perte de chacun
health-roots = { $n ->
    [one] Une personne fondatrice porte la communauté.
   *[other] { $n } personnes fondatrices portent la communauté.
}
health-loss = { $falling ->
    [0] Personne n’aurait trop peu de chaînes
    [one] Un membre aurait trop peu de chaînes
   *[other] { $falling } membres auraient trop peu de chaînes
} ; sans aucune : { $orphans }.
health-keystones = Membres dont d’autres dépendent
health-keystones-how = Toutes les chaînes vers ces autres passent par la personne nommée. Un deuxième parrain leur ferait du bien.
health-keystones-none = Personne ne dépend d’un seul membre.
health-keystone = { $n ->
    [one] Un membre en dépend.
   *[other] { $n } membres en dépendent.
}
health-look = À regarder
health-look-how = Celles et ceux qui sont tout au bord du réseau de confiance. La plupart sont de nouveaux venus comme les autres : dites-leur bonjour, voyez s’ils connaissent quelqu’un d’autre ici. Cela ne prouve rien.
health-look-none = Personne en ce moment.
health-audit-title = L’audit du mois
health-audit = { $share } des membres ({ $n }) sont atteints quand chacun ne peut transmettre qu’une part de confiance.
health-audit-how = Un second avis (la mesure d’Advogato), une fois par mois. Il ne décide de rien.
health-empty-title = Pas encore mesuré
health-empty-text = Les chiffres se font la nuit. Revenez demain.
