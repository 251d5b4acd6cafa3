# Pour qui est une annonce.

audience-title = Qui doit la voir ?
audience-ask = Qui la voit ?
audience-hint = Vous pourrez toujours la montrer à plus de monde, jamais à moins.
audience-everyone = Tout le monde ici
audience-everyone-more = Tous les membres, et ceux qui arriveront plus tard.
audience-friends = Les personnes proches de moi
audience-friends-more = Celles qui se sont portées garantes de vous ou vous d’elles, celles qui leur sont liées de la même façon, et l’équipe.
audience-group = Mon groupe « { $group } »
audience-group-more = Qui en fait partie, et l’équipe. Les autres ne savent pas qu’elle existe.
audience-group-not-in = Vous ne faites pas partie de ce groupe. Pour l’instant, seule l’équipe verra votre annonce ; choisissez une autre réponse si vous le souhaitez.
audience-stewards = L’équipe seulement
audience-stewards-more = L’équipe cherche de l’aide avec discrétion. Personne d’autre ne la voit.
audience-stewards-may = L’équipe d’abord
audience-stewards-may-more = L’équipe pourra ensuite la montrer à tout le monde, si cela peut aider.
audience-stewards-then = L’équipe d’abord, tout le monde après deux jours
audience-stewards-then-more = L’équipe peut la montrer plus tôt à tout le monde.

audience-tag-friends = Amis d’amis
audience-tag-group = { $group }
audience-tag-stewards = L’équipe

audience-mine-everyone = Tout le monde ici voit cette annonce.
audience-mine-friends = Les personnes à deux parrainages de vous au plus et l’équipe voient cette annonce. Les autres ne savent pas qu’elle existe.
audience-mine-group = Qui fait partie de « { $group } » et l’équipe voient cette annonce. Les autres ne savent pas qu’elle existe.
audience-mine-stewards = L’équipe seule voit cette annonce. Les autres ne savent pas qu’elle existe.
audience-mine-may = L’équipe voit cette annonce et peut la montrer à tout le monde. D’ici là, les autres ne savent pas qu’elle existe.
audience-mine-then = L’équipe voit cette annonce ; deux jours après sa publication, tout le monde la voit. L’équipe peut la montrer plus tôt.
audience-read-friends = { $name } montre ceci à ses proches et à l’équipe. Gardez-le entre vous.
audience-read-group = { $name } montre ceci au groupe « { $group } » et à l’équipe. Gardez-le entre vous.
audience-read-stewards = { $name } montre ceci à l’équipe. Gardez-le entre vous.
audience-read-then = { $name } montre d’abord ceci à l’équipe ; deux jours après sa publication, tout le monde le voit.

audience-never-fewer = Une annonce peut être montrée à plus de monde, jamais à moins : on ne peut pas faire oublier ce qui a été lu.
audience-as-it-is = La laisser comme elle est
audience-widen = La montrer à plus de monde
audience-widen-now = La montrer
audience-choose = Choisissez qui doit la voir désormais.
audience-widened = Votre annonce est maintenant vue par plus de monde.
audience-pass-on = La montrer à tout le monde
audience-pass-on-hint = { $name } a permis à l’équipe de le faire. Cette personne en est prévenue, et le journal le garde.
audience-passed-on = Tout le monde voit maintenant cette annonce.
audience-kept = { $name } n’a pas permis à l’équipe de la montrer à d’autres : demandez-lui si vous pensez que cela aiderait.
