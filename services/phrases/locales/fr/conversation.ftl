# Les messages privés.

conversation-inbox-title = Messages
conversation-mine = Mes conversations
conversation-title = Messages avec { $name }
conversation-empty-title = Pas encore de message
conversation-empty-text = Répondez à une annonce qui vous parle : c’est ainsi que tout commence.
conversation-empty-act = Voir les annonces
conversation-you = Vous
conversation-you-said = Vous : { $words }
conversation-see-member = Voir comment vous êtes liés
conversation-messages = Messages
conversation-today = Aujourd’hui
conversation-earlier = Messages plus anciens
conversation-latest = Revenir aux derniers messages
conversation-your-answer = Votre réponse
conversation-private = Vous seuls lisez cette conversation.
conversation-sent = Votre message est parti.
conversation-listing-over = Annonce terminée
conversation-away-title = On ne peut plus répondre ici
conversation-away-text = { $name } n’est plus dans la communauté. Vos messages restent lisibles.
conversation-sample-1 = Bonjour Bruno, est-ce que la perceuse serait libre samedi prochain ? J’ai deux étagères à poser, et le mur est en béton.
conversation-sample-2 = Bonjour Odile ! Oui, elle est libre. Pour du béton, je vous mets la mèche de 8 et un petit aspirateur à main.
conversation-sample-3 = Jamais percé de béton. Si vous avez cinq minutes pour me montrer, je ne dis pas non.
conversation-sample-4 = Parfait, je vous note pour samedi. Passez à 10 h, je fais du café.
