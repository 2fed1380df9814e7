/// Figures in Prometheus' text format, version 0.0.4: one `HELP` and `TYPE` a metric, then its samples. All are gauges.
struct Exposition {
    /// One name with its samples.
    struct Metric {
        let name: String
        let help: String
        var samples: [(labels: [(name: String, value: String)], value: String)] = []

        init(_ name: String, _ help: String) {
            self.name = name
            self.help = help
        }

        mutating func add(_ value: Int, _ labels: (name: String, value: String)...) {
            samples.append((labels, "\(value)"))
        }
    }

    private(set) var metrics: [Metric] = []

    /// A metric without samples is left out.
    mutating func add(_ metric: Metric) {
        if !metric.samples.isEmpty { metrics.append(metric) }
    }

    /// A metric with one sample; left out where the figure is not known.
    mutating func add(_ name: String, _ help: String, _ value: Int?) {
        guard let value else { return }
        var metric = Metric(name, help)
        metric.add(value)
        add(metric)
    }

    var text: String {
        var text = ""
        for metric in metrics {
            text += "# HELP \(metric.name) \(Self.escaped(metric.help, quotes: false))\n# TYPE \(metric.name) gauge\n"
            for sample in metric.samples {
                let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }
                text += metric.name + (labels.isEmpty ? "" : "{" + labels.joined(separator: ",") + "}")
                text += " \(sample.value)\n"
            }
        }
        return text
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
