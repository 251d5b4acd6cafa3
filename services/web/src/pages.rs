//! The pages, one folder an area. An area says its addresses (`doors`) and shows itself in all states (`previews`).

pub mod account;
pub mod bulletins;
pub mod calendar;
pub mod fairness;
pub mod front;
pub mod groups;
pub mod guest;
pub mod home;
pub mod hosting;
pub mod household;
pub mod join;
pub mod landing;
pub mod launch;
mod linked;
pub mod listings;
pub mod mandates;
pub mod matches;
pub mod me;
pub mod members;
pub mod messages;
pub mod newcomers;
pub mod notifications;
pub mod operator;
pub mod owner;
pub(crate) mod passkey;
pub mod places;
mod query;
pub mod requests;
pub mod searches;
pub mod signin;
pub mod steward;
pub mod stop;
pub mod visitor;
pub mod vouching;
pub mod waiting;

use crate::doors::Doors;
use crate::preview::Preview;

/// Everything a community's host shows.
pub fn community(doors: Doors) -> Doors {
    let doors = groups::doors(doors);
    let doors = front::doors(visitor::doors(signin::doors(doors)));
    let doors = join::doors(waiting::doors(bulletins::doors(stop::doors(doors))));
    let doors = calendar::doors(fairness::doors(listings::doors(mandates::doors(matches::doors(searches::doors(
        places::doors(messages::doors(notifications::doors(doors))),
    ))))));
    let doors =
        members::doors(household::doors(newcomers::doors(requests::doors(vouching::doors(hosting::doors(doors))))));
    account::doors(me::doors(steward::doors(owner::doors(doors))))
}

/// Everything the platform's own host shows.
pub fn platform(doors: Doors) -> Doors {
    let doors = landing::doors(visitor::doors(signin::doors(doors)));
    let doors = launch::doors(operator::doors(stop::doors(doors)));
    account::doors(me::platform(doors))
}

/// Every page in every state, from made-up data, for the eyes and for the tests.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    let areas = [
        visitor::previews,
        signin::previews,
        join::previews,
        waiting::previews,
        stop::previews,
        landing::previews,
        launch::previews,
        operator::previews,
        home::previews,
        bulletins::previews,
        calendar::previews,
        listings::previews,
        fairness::previews,
        mandates::previews,
        matches::previews,
        places::previews,
        searches::previews,
        messages::previews,
        notifications::previews,
        members::previews,
        household::previews,
        newcomers::previews,
        requests::previews,
        vouching::previews,
        hosting::previews,
        me::previews,
        account::previews,
        steward::previews,
        owner::previews,
        guest::previews,
        groups::previews,
    ];
    areas.iter().flat_map(|area| area(preview)).collect()
}
