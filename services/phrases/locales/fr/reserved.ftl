# Ce qui est promis à quelqu’un.

reserved-tag = Réservé
reserved-act = Marquer comme réservé
reserved-free = C’est de nouveau libre
reserved-done = Votre annonce porte la mention « Réservé ».
reserved-freed = Votre annonce est de nouveau libre.

reserved-mine-offer = Vous l’avez promis à quelqu’un. L’annonce reste visible, avec la mention « Réservé » ; en attendant, nous ne la proposons plus à personne.
reserved-mine-request = Quelqu’un vous l’a promis. L’annonce reste visible, avec la mention « Réservé » ; en attendant, nous ne la proposons plus à personne.
reserved-others-offer = C’est déjà promis à quelqu’un. Vous pouvez écrire tout de même : cela peut redevenir libre.
reserved-others-request = Quelqu’un a déjà promis d’aider. Vous pouvez écrire tout de même : cela peut changer.
