# La boîte aux lettres d’essai : rien n’en part, elle montre ce que Maillon aurait envoyé.

inbox-title = Lettres d’essai
inbox-heading = Les lettres arrivées ici
inbox-about = Cette boîte reçoit toutes les lettres de cette machine et n’en transmet aucune.
inbox-search-label = Destinataire ou objet
inbox-empty = Aucune lettre pour l’instant. Demandez un lien de connexion : il arrivera ici.
inbox-none-found = Aucune lettre ne correspond.
inbox-from = De { $name }
inbox-to = À { $address }
inbox-older = Lettres plus anciennes
inbox-newest = Revenir aux plus récentes
inbox-refresh = Relever la boîte
inbox-back = Toutes les lettres
inbox-source = Source ({ $bytes } octets)
inbox-text-part = Version texte
inbox-html-part = Version mise en page
inbox-html-alone = L’ouvrir seule
