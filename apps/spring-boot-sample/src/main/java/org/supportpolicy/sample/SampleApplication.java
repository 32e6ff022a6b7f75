package org.supportpolicy.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that decides tickets. */
@SpringBootApplication
public class SampleApplication {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(SampleApplication.class, args);
    }
}
