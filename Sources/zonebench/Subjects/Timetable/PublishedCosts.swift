/// Average costs of formulation UD2 on the competition's instances, as published.
struct PublishedCosts {
    /// Müller (2009), winner of the competition.
    let müller: Double
    /// Bellio, Di Gaspero and Schaerf (2012), as collected by Urli (2013).
    let bellio: Double

    static func of(_ instance: String) -> PublishedCosts? {
        all[instance].map { PublishedCosts(müller: $0.0, bellio: $0.1) }
    }

    private static let all: [String: (Double, Double)] = [
        "comp01": (5, 5), "comp02": (61.3, 53), "comp03": (94.8, 79), "comp04": (42.8, 38.3), "comp05": (343.5, 365.2),
        "comp06": (56.8, 50.4), "comp07": (33.9, 23.8), "comp08": (46.5, 43.6), "comp09": (113.1, 105),
        "comp10": (21.3, 20.5), "comp11": (0, 0), "comp12": (351.6, 340.5), "comp13": (73.9, 71.3),
        "comp14": (61.8, 57.9), "comp15": (94.8, 78.8), "comp16": (41.2, 34.8), "comp17": (86.6, 75.7),
        "comp18": (91.7, 80.8), "comp19": (68.8, 67), "comp20": (34.3, 38.8), "comp21": (108, 100.1),
    ]
}
