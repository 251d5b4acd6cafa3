# Ce qui est promis à quelqu’un : une offre est réservée, pour une demande une aide est promise.

reserved-tag-offer = Réservé
reserved-tag-request = Aide promise
reserved-act-offer = Marquer comme réservé
reserved-act-request = Quelqu’un a promis de m’aider
reserved-release-offer = C’est de nouveau disponible
reserved-release-request = J’ai encore besoin d’aide
reserved-done-offer = C’est noté : votre annonce porte la mention « Réservé ». Si cela ne se fait pas, choisissez « C’est de nouveau disponible ».
reserved-done-request = C’est noté : votre annonce porte la mention « Aide promise ». Si cela ne se fait pas, choisissez « J’ai encore besoin d’aide ».
reserved-released-offer = C’est noté : votre annonce est de nouveau proposée aux autres.
reserved-released-request = C’est noté : votre demande est de nouveau proposée aux autres.

reserved-hint = Promis, mais pas encore fait ? Dites-le : l’annonce reste visible, et nous ne la proposons plus.
reserved-mine-offer = Vous l’avez promis à quelqu’un. L’annonce reste visible, mais nous ne la proposons plus. Une fois remis, choisissez « C’est fait » ; si cela ne se fait pas, « C’est de nouveau disponible ».
reserved-mine-request = Quelqu’un a promis de vous aider. L’annonce reste visible, mais nous ne la proposons plus. Une fois l’aide reçue, choisissez « C’est fait » ; sinon, « J’ai encore besoin d’aide ».
reserved-others-offer = C’est déjà promis à quelqu’un. Vous pouvez écrire tout de même : cela peut redevenir disponible.
reserved-others-request = Quelqu’un a déjà promis d’aider. Vous pouvez écrire tout de même : cela peut changer.
