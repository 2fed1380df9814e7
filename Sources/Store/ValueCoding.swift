import Postgres
import Zones
