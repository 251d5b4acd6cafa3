# Ne plus recevoir une sorte de lettres.

stop-title = Moins de courrier ?
stop-title-done = C’est fait
stop-digest = La lettre qui résume les nouvelles annonces.
stop-messages = Les lettres qui préviennent d’un message privé.
stop-sponsorship = Les lettres à propos de parrainages.
stop-listings = Les lettres à propos de vos propres annonces, et celles où l’équipe demande si vous pourriez aider.
stop-searches = Les lettres qui disent ce que vos recherches ont trouvé.
stop-urgent = Les lettres qui demandent votre aide, quand il faut d’urgence à quelqu’un ce que vous proposez.
stop-text = Un clic, et nous ne vous enverrons plus ces lettres-là. Les autres continuent, et vous restez membre.
stop-go = Ne plus les recevoir
stop-done = Ces lettres s’arrêtent
stop-done-text = Rien d’autre ne change. Vous pouvez les reprendre quand vous voulez.
stop-settings = Régler toutes mes lettres
